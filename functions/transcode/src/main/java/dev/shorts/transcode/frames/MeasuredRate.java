package dev.shorts.transcode.frames;

/**
 * Holds a frame rate measured from the times of frames.
 *
 * @param rate frames a second
 * @param error relative error, from clock ticks and camera jitter
 * @param regular whether nearly all frames follow one another at this rate
 */
record MeasuredRate(double rate, double error, boolean regular) {

  /** Tolerance for quotients of rounded numbers. */
  private static final double TINY = 1e-9;

  MeasuredRate dividedBy(int divisor) {
    return new MeasuredRate(rate / divisor, error, regular);
  }

  boolean mayBe(double other) {
    return Math.abs(other - rate) <= (error + TINY) * other;
  }
}
