package dev.shorts.transcode.job;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * When this try has to be done with FFmpeg, or with what comes after.
 *
 * @param clock what it is read on
 */
public record Deadline(Instant at, InstantSource clock) {

  public Deadline plus(Duration more) {
    return new Deadline(at.plus(more), clock);
  }

  /** Never below zero. */
  public Duration left() {
    var left = Duration.between(clock.instant(), at);
    return left.isNegative() ? Duration.ZERO : left;
  }
}
