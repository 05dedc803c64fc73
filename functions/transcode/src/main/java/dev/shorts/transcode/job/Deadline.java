package dev.shorts.transcode.job;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Holds the time by which a step of an attempt must be finished.
 *
 * @param clock used to compute the remaining time
 */
public record Deadline(Instant at, InstantSource clock) {

  public Deadline plus(Duration more) {
    return new Deadline(at.plus(more), clock);
  }

  /** Returns the remaining time, never negative. */
  public Duration left() {
    var left = Duration.between(clock.instant(), at);
    return left.isNegative() ? Duration.ZERO : left;
  }
}
