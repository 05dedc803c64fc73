package dev.shorts.transcode.frames;

/**
 * A rate as the times of frames show it.
 *
 * @param rate frames a second
 * @param error the share by which the time of these frames may be wrong, since clocks have ticks
 *     and cameras jitter
 * @param regular whether nearly all frames follow one another at this rate
 */
record MeasuredRate(double rate, double error, boolean regular) {

  /** What a quotient of rounded numbers may be off by. */
  private static final double TINY = 1e-9;

  MeasuredRate dividedBy(int divisor) {
    return new MeasuredRate(rate / divisor, error, regular);
  }

  boolean mayBe(double other) {
    return Math.abs(other - rate) <= (error + TINY) * other;
  }
}
