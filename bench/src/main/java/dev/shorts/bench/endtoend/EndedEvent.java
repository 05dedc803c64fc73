package dev.shorts.bench.endtoend;

import dev.shorts.emulator.host.JsonCodec;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the transcoder's log event {@code ended} of an export. */
record EndedEvent(Map<String, Object> line) {

  /** One after the other, from the claim to the end. */
  private static final List<String> TRANSCODER =
      List.of("claim", "probe", "encode", "prove", "upload", "finish");

  /** Of probe and encode. */
  private static final String READ = "read";

  /** Empty while it hasn't ended. */
  static Optional<EndedEvent> of(String export, List<String> log) throws IOException {
    for (var line : log) {
      if (line.contains(export) && line.contains("\"ended\"")) {
        return Optional.of(new EndedEvent(JsonCodec.map(line)));
      }
    }
    return Optional.empty();
  }

  /**
   * Where the time went, in seconds, in order.
   *
   * @param sent when the POST was
   * @param accepted when it was answered
   * @throws IllegalStateException if there is no short
   */
  ShortRun from(Instant sent, Instant accepted) {
    if (!"COMPLETED".equals(line.get("outcome"))) {
      throw new IllegalStateException("not completed: " + line);
    }
    double all = seconds(sent, Instant.parse((String) line.get("time")));
    double untilClaim = all - TRANSCODER.stream().mapToDouble(this::part).sum();
    // A message may be taken while its sender is still answering.
    double create = Math.min(seconds(sent, accepted), untilClaim);
    var parts = new LinkedHashMap<String, Double>();
    parts.put("create", create);
    parts.put("queue", untilClaim - create);
    TRANSCODER.forEach(name -> parts.put(name, part(name)));
    parts.put(READ, part(READ));
    return new ShortRun(all, parts);
  }

  private double part(String name) {
    return ((Number) line.get(name + "_s")).doubleValue();
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toNanos() / 1e9;
  }
}
