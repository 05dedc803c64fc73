package dev.shorts.transcode;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** Measures how long each part of a job takes, one after the other. */
final class StepTimer {

  private final InstantSource clock;
  private final Instant start;
  private final Map<String, Duration> parts = new LinkedHashMap<>();
  private Instant since;

  /** Begins now. */
  StepTimer(InstantSource clock) {
    this.clock = clock;
    this.start = clock.instant();
    this.since = start;
  }

  /** When the first part began. */
  Instant start() {
    return start;
  }

  /** What happened since the last part, or since the beginning, was {@code part}. */
  void end(String part) {
    var now = clock.instant();
    parts.put(part, Duration.between(since, now));
    since = now;
  }

  /** What happened since the last part was more of {@code part}. */
  void add(String part) {
    var before = parts.getOrDefault(part, Duration.ZERO);
    end(part);
    parts.merge(part, before, Duration::plus);
  }

  /** Something within the parts took so long. */
  void of(String what, Duration took) {
    parts.put(what, took);
  }

  /** From the beginning to the end of the last part. */
  double seconds() {
    return seconds(Duration.between(start, since));
  }

  /** What they are called in the log. */
  Map<String, Double> fields() {
    var fields = new LinkedHashMap<String, Double>();
    parts.forEach((part, took) -> fields.put(part + "_s", seconds(took)));
    return fields;
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
