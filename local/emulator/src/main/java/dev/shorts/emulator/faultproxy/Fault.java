package dev.shorts.emulator.faultproxy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Describes a fault of one operation of one service.
 *
 * @param operation named as in {@link Call}
 * @param about the id that a call must concern; empty for every call
 * @param skip how many matching calls are spared first
 * @param times how many calls the fault is applied to
 */
record Fault(
    AwsService service,
    String operation,
    Moment moment,
    Optional<String> about,
    int skip,
    int times,
    FaultEffect effect) {

  /** When a fault is applied. */
  enum Moment {

    /** Before the request reaches the service. */
    BEFORE,

    /** When the service has responded. */
    AFTER;

    /** The value in the control server's JSON. */
    String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    private static Moment of(FaultJson json, FaultEffect effect) {
      var usual = effect.changesResponse() ? AFTER : BEFORE;
      var text = json.oneOf("when", List.of(BEFORE.text(), AFTER.text()), usual.text());
      return text.equals(AFTER.text()) ? AFTER : BEFORE;
    }
  }

  /**
   * @param operations of each service
   * @throws IllegalArgumentException if {@code json} is no fault, or one that could never apply;
   *     the message says why
   */
  static Fault of(FaultJson json, Function<AwsService, Set<String>> operations) {
    var service =
        AwsService.of(
            json.oneOf(
                "service", Stream.of(AwsService.values()).map(AwsService::text).toList(), ""));
    var known = operations.apply(service).stream().sorted().toList();
    var operation = json.oneOf("operation", known, "");
    var effect = FaultEffect.of(json);
    var fault =
        new Fault(
            service,
            operation,
            Moment.of(json, effect),
            json.optionalText("about").map(RelatedIds::id),
            json.number("skip", 0, Integer.MAX_VALUE, 0),
            json.number("times", 1, Integer.MAX_VALUE, 1),
            effect);
    json.requireNoOthers();
    fault.requirePossible();
    return fault;
  }

  boolean matches(Call call, Moment at) {
    return service == call.service()
        && operation.equals(call.operation())
        && moment == at
        && about.map(call.about()::contains).orElse(true);
  }

  private void requirePossible() {
    boolean http = service != AwsService.LAMBDA;
    boolean after = moment == Moment.AFTER;
    require(http || !after, "On the way to a function a fault comes before.");
    switch (effect) {
      case FaultEffect.Drop _, FaultEffect.Delay _ -> {}
      case FaultEffect.Answer _ ->
          require(http, "A function isn't answered for: drop or throttle it.");
      case FaultEffect.Kill _,
          FaultEffect.Freeze _,
          FaultEffect.KillProgram _,
          FaultEffect.FullDisk _ ->
          require(http, "Harm comes to a process that calls: name a service and what it is asked.");
      case FaultEffect.Cut _, FaultEffect.Slow _ ->
          require(
              http && after && !service.hasNoResponseBody(operation),
              "cut and slow are of a service's answer that has a body: they come after.");
      case FaultEffect.Repeat _ ->
          require(http && !after, "A service is asked twice before it answers.");
      case FaultEffect.Postpone _ ->
          require(
              operation.equals("SendMessage") && !after,
              "postpone is for SendMessage of sqs, before.");
      case FaultEffect.Throttle _ -> require(!http, "throttle is for lambda.");
    }
  }

  private static void require(boolean possible, String sentence) {
    if (!possible) {
      throw FaultJson.refusal(sentence);
    }
  }
}
