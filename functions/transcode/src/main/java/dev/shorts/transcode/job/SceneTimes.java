package dev.shorts.transcode.job;

import java.math.BigDecimal;

/** A stretch of a video, in seconds from its 0. */
public record SceneTimes(BigDecimal start, BigDecimal end) {

  public SceneTimes {
    if (start.compareTo(end) >= 0) {
      throw new IllegalArgumentException("from " + start + " to " + end);
    }
  }

  /** Length of the scene. */
  public double seconds() {
    return end.subtract(start).doubleValue();
  }
}
