package dev.shorts.transcode.job;

import java.math.BigDecimal;

/** Holds the start and end of a scene, in seconds from the start of its video. */
public record SceneTimes(BigDecimal start, BigDecimal end) {

  public SceneTimes {
    if (start.compareTo(end) >= 0) {
      throw new IllegalArgumentException("from " + start + " to " + end);
    }
  }

  /** Returns the length of the scene in seconds. */
  public double seconds() {
    return end.subtract(start).doubleValue();
  }
}
