package dev.shorts.transcode.plan;

import java.math.BigDecimal;

/** A stretch of a video, in seconds from its 0. */
public record Scene(BigDecimal start, BigDecimal end) {

  public Scene {
    if (start.compareTo(end) >= 0) {
      throw new IllegalArgumentException("from " + start + " to " + end);
    }
  }

  /** Length of the scene. */
  public double seconds() {
    return end.subtract(start).doubleValue();
  }
}
