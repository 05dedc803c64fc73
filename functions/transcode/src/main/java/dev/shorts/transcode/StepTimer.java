package dev.shorts.transcode;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** Measures the duration of consecutive steps of a job. */
final class StepTimer {

  private final InstantSource clock;
  private final Instant start;
  private final Map<String, Duration> parts = new LinkedHashMap<>();
  private Instant since;

  /** Starts the timer and its first step. */
  StepTimer(InstantSource clock) {
    this.clock = clock;
    this.start = clock.instant();
    this.since = start;
  }

  /** Returns the time at which the first step began. */
  Instant start() {
    return start;
  }

  /**
   * Ends the current step, which began when the one before it ended, and records it under {@code
   * step}.
   */
  void end(String part) {
    var now = clock.instant();
    parts.put(part, Duration.between(since, now));
    since = now;
  }

  /** Ends the current step and adds its duration to what {@code step} has recorded so far. */
  void add(String part) {
    var before = parts.getOrDefault(part, Duration.ZERO);
    end(part);
    parts.merge(part, before, Duration::plus);
  }

  /** Records a duration that overlaps the steps, such as time spent reading. */
  void of(String what, Duration took) {
    parts.put(what, took);
  }

  /** Returns the seconds from the start of the timer to the end of the last step. */
  double seconds() {
    return seconds(Duration.between(start, since));
  }

  /** Returns the log fields: seconds by step name with the suffix {@code _s}. */
  Map<String, Double> fields() {
    var fields = new LinkedHashMap<String, Double>();
    parts.forEach((part, took) -> fields.put(part + "_s", seconds(took)));
    return fields;
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
