package dev.shorts.local.wire;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
    Service service,
    String operation,
    boolean after,
    Optional<String> about,
    int skip,
    int times,
    Effect effect) {

  /**
   * @throws IllegalArgumentException if the words make no fault; says which
   */
  static Fault of(Map<String, ?> words) {
    var effect = Effect.of(words);
    var when = Optional.ofNullable(words.get("when")).map(Object::toString).orElse("before");
    if (!Set.of("before", "after").contains(when)) {
      throw new IllegalArgumentException("when is before or after (the service did its work).");
    }
    return new Fault(
        Service.of(String.valueOf(words.get("service")))
            .orElseThrow(
                () -> new IllegalArgumentException("service is rds-data, s3, sqs or lambda.")),
        Optional.ofNullable(words.get("operation"))
            .map(Object::toString)
            .orElseThrow(() -> new IllegalArgumentException("operation is missing.")),
        effect.isAfterwards() || when.equals("after"),
        Optional.ofNullable(words.get("about")).map(Object::toString),
        number(words, "skip", 0),
        number(words, "times", 1),
        effect);
  }

  boolean hits(Call call, boolean afterwards) {
    return (call.caller().isPresent() || !effect.needsProcess())
        && service == call.service()
        && operation.equals(call.operation())
        && after == afterwards
        && about.map(call.about()::contains).orElse(true);
  }

  private static int number(Map<String, ?> words, String name, int otherwise) {
    return switch (words.get(name)) {
      case null -> otherwise;
      case Integer number when number >= 0 -> number;
      default -> throw new IllegalArgumentException(name + " is a number, 0 or more.");
    };
  }
}
