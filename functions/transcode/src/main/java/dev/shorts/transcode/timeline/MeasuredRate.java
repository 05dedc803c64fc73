package dev.shorts.transcode.timeline;

/**
 * A rate as the times of frames show it.
 *
 * @param rate frames a second
 * @param error the share by which it may be wrong, since clocks have ticks and cameras jitter
 * @param regular whether nearly all frames follow one another at this rate
 */
record MeasuredRate(double rate, double error, boolean regular) {

  MeasuredRate dividedBy(int divisor) {
    return new MeasuredRate(rate / divisor, error, regular);
  }

  boolean mayBe(double other) {
    return Math.abs(other - rate) <= error * rate;
  }
}
