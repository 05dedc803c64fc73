package dev.shorts.transcode.timeline;

import dev.shorts.transcode.probe.Rational;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** Converts times to nanoseconds, the unit of all times in this package. */
public final class Nanos {

  public static final long PER_SECOND = 1_000_000_000;

  private static final int DECIMALS = 9;

  /** Some 30 years in seconds: far beyond any video, and far below the range of a {@code long}. */
  private static final BigDecimal LIMIT = BigDecimal.valueOf(PER_SECOND);

  private Nanos() {}

  /**
   * Converts seconds.
   *
   * @param seconds clamped to 30 years before and after 0
   */
  public static long of(BigDecimal seconds) {
    return seconds
        .max(LIMIT.negate())
        .min(LIMIT)
        .movePointRight(DECIMALS)
        .setScale(0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  /**
   * Converts ticks.
   *
   * @param ticks clamped to 30 years before and after 0
   * @param timeBase seconds of a tick
   */
  static long of(long ticks, Rational timeBase) {
    double about = (double) ticks * timeBase.numerator() / timeBase.denominator();
    if (Math.abs(about) >= PER_SECOND) {
      return Long.signum(ticks) * PER_SECOND * PER_SECOND;
    }
    var exact = BigInteger.valueOf(ticks).multiply(BigInteger.valueOf(timeBase.numerator()));
    return new BigDecimal(exact)
        .movePointRight(DECIMALS)
        .divide(BigDecimal.valueOf(timeBase.denominator()), 0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  /** Returns the median; the upper one of an even number of durations, empty if there are none. */
  public static OptionalLong median(LongStream durations) {
    var sorted = durations.sorted().toArray();
    return sorted.length == 0 ? OptionalLong.empty() : OptionalLong.of(sorted[sorted.length / 2]);
  }

  public static BigDecimal toSeconds(long nanos) {
    return BigDecimal.valueOf(nanos, DECIMALS);
  }

  /** Returns a duration in frames at {@code rate}; not rounded. */
  public static double toFrames(long nanos, Rational rate) {
    return (double) nanos / PER_SECOND * rate.value();
  }
}
