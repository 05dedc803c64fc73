package dev.shorts.emulator.faultproxy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Something that goes wrong at a point of the wire.
 *
 * @param operation as {@link Call} has it
 * @param after whether the service does its work first
 * @param about the id of a user or an export; anybody's call if empty
 * @param skip so many calls are spared
 * @param times so many calls are hit
 */
record Fault(
    AwsService service,
    String operation,
    boolean after,
    Optional<String> about,
    int skip,
    int times,
    FaultEffect effect) {

  /**
   * @param functions that events come to
   * @throws IllegalArgumentException if the words make no fault, or one that could never come; says
   *     why
   */
  static Fault of(FaultJson words, Set<String> functions) {
    var service =
        AwsService.of(
            words.oneOf(
                "service", Stream.of(AwsService.values()).map(AwsService::text).toList(), ""));
    var operations =
        (service == AwsService.LAMBDA ? functions : service.operations())
            .stream().sorted().toList();
    var operation = words.oneOf("operation", operations, "");
    var effect = FaultEffect.of(words);
    var usually = effect.isOfTheAnswer() ? "after" : "before";
    var fault =
        new Fault(
            service,
            operation,
            words.oneOf("when", List.of("before", "after"), usually).equals("after"),
            words.optionalText("about").map(ExportOwnership::id),
            words.number("skip", 0, Integer.MAX_VALUE, 0),
            words.number("times", 1, Integer.MAX_VALUE, 1),
            effect);
    words.requireNoMore();
    fault.requireSense();
    return fault;
  }

  boolean hits(Call call, boolean afterwards) {
    return service == call.service()
        && operation.equals(call.operation())
        && after == afterwards
        && about.map(call.about()::contains).orElse(true);
  }

  private void requireSense() {
    boolean wire = service != AwsService.LAMBDA;
    require(wire || !after, "On the way to a function a fault comes before.");
    switch (effect) {
      case FaultEffect.Drop _, FaultEffect.Delay _ -> {}
      case FaultEffect.Answer _ ->
          require(wire, "A function isn't answered for: drop or throttle it.");
      case FaultEffect.Kill _,
          FaultEffect.Freeze _,
          FaultEffect.KillProgram _,
          FaultEffect.FullDisk _ ->
          require(wire, "Harm comes to a process that calls: name a service and what it is asked.");
      case FaultEffect.Cut _, FaultEffect.Slow _ ->
          require(
              wire && after && !service.answersWithoutBody(operation),
              "cut and slow are of a service's answer that has a body: they come after.");
      case FaultEffect.Repeat _ ->
          require(wire && !after, "A service is asked twice before it answers.");
      case FaultEffect.Postpone _ ->
          require(
              operation.equals("SendMessage") && !after,
              "postpone is for SendMessage of sqs, before.");
      case FaultEffect.Throttle _ -> require(!wire, "throttle is for lambda.");
    }
  }

  private static void require(boolean sense, String sentence) {
    if (!sense) {
      throw FaultJson.refusal(sentence);
    }
  }
}
