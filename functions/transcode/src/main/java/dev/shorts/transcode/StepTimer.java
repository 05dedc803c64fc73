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
  private final Map<String, Duration> steps = new LinkedHashMap<>();
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
  void end(String step) {
    var now = clock.instant();
    steps.put(step, Duration.between(since, now));
    since = now;
  }

  /** Ends the current step and adds its duration to what {@code step} has recorded so far. */
  void add(String step) {
    var before = steps.getOrDefault(step, Duration.ZERO);
    end(step);
    steps.merge(step, before, Duration::plus);
  }

  /** Records a duration that overlaps the steps, such as time spent reading. */
  void record(String step, Duration took) {
    steps.put(step, took);
  }

  /** Returns the seconds from the start of the timer to the end of the last step. */
  double seconds() {
    return seconds(Duration.between(start, since));
  }

  /** Returns the log fields: seconds by step name with the suffix {@code _s}. */
  Map<String, Double> fields() {
    var fields = new LinkedHashMap<String, Double>();
    steps.forEach((step, took) -> fields.put(step + "_s", seconds(took)));
    return fields;
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
