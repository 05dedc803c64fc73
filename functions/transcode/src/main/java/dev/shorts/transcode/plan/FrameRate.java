package dev.shorts.transcode.plan;

import dev.shorts.transcode.plan.Probe.Picture;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Decides the short's frame rate, which is constant whatever the source's is. */
final class FrameRate {

  private static final Rational MAX = Rational.of(60);

  private static final List<Rational> COMMON =
      List.of(
          new Rational(24_000, 1001),
          Rational.of(24),
          Rational.of(25),
          new Rational(30_000, 1001),
          Rational.of(30),
          Rational.of(48),
          Rational.of(50),
          new Rational(60_000, 1001),
          Rational.of(60));

  private static final double SNAPS_WITHIN = 0.005;

  /** A container that writes rates as decimals means 30000/1001 by 29.97. */
  private static final double DECIMALS = 0.00001;

  /** Half of what lies between 30 and 30000/1001. */
  static final double SAME_WITHIN = 0.0005;

  /** A container that knows no rate names one tick of its clock; no camera has such a rate. */
  private static final Rational IMPLAUSIBLE = Rational.of(1000);

  private static final int LARGEST_DENOMINATOR = 1001;

  /** For a picture of which nothing at all is known. */
  private static final Rational FALLBACK = Rational.of(30);

  private FrameRate() {}

  /** The rate of a source whose pictures surely follow each other evenly. */
  static Optional<Rational> known(Picture picture) {
    return claimed(picture).filter(_ -> picture.counted() || picture.interlaced());
  }

  /** The rate of a source whose pictures follow each other evenly, if it can be believed. */
  static Optional<Rational> claimed(Picture picture) {
    if (picture.interlaced()) {
      return picture.averageRate().filter(FrameRate::isPlausible).map(FrameRate::ofFrames);
    }
    return picture
        .nominalRate()
        .flatMap(ticks -> Stream.of(ticks, ticks.halved()).filter(isMeanOf(picture)).findFirst())
        .filter(FrameRate::isPlausible);
  }

  /** MPEG's codecs count fields, so that progressive pictures come at every second tick. */
  private static Predicate<Rational> isMeanOf(Picture picture) {
    return rate -> picture.averageRate().filter(mean -> near(mean, rate, SAME_WITHIN)).isPresent();
  }

  static Rational of(Picture picture, Optional<Timing> timing, BigDecimal from, BigDecimal to) {
    var rate =
        claimed(picture)
            .filter(claim -> timing.map(times -> times.confirms(claim, from, to)).orElse(true))
            .map(claim -> picture.counted() ? claim : snapped(claim, DECIMALS))
            .orElseGet(
                () ->
                    snapped(
                        timing
                            .flatMap(times -> times.meanRate(from, to))
                            .or(picture::averageRate)
                            .or(picture::nominalRate)
                            .orElse(FALLBACK),
                        SNAPS_WITHIN));
    return atLeastOneFrame(atMost60(rate), to.subtract(from));
  }

  /** A picture of a slide show may be shown for longer than the whole scene. */
  private static Rational atLeastOneFrame(Rational rate, BigDecimal length) {
    return rate.compareTo(Rational.of(1)) < 0 && rate.ticksIn(length) < 1
        ? atLeastOneFrame(new Rational(2 * rate.numerator(), rate.denominator()), length)
        : rate;
  }

  /** Interlaced video of 50 and 59.94 counts its fields: two make a frame. */
  private static Rational ofFrames(Rational rate) {
    return rate.value() > 40 ? rate.halved() : rate;
  }

  private static Rational snapped(Rational rate, double within) {
    return COMMON.stream()
        .filter(common -> near(rate, common, within))
        .min(Comparator.comparingDouble(common -> Math.abs(common.value() - rate.value())))
        .orElse(rate);
  }

  private static Rational atMost60(Rational rate) {
    return rate.compareTo(MAX) > 0 ? atMost60(rate.halved()) : rate;
  }

  private static boolean isPlausible(Rational rate) {
    return rate.compareTo(IMPLAUSIBLE) < 0 && rate.denominator() <= LARGEST_DENOMINATOR;
  }

  private static boolean near(Rational rate, Rational other, double share) {
    return Math.abs(rate.value() - other.value()) <= share * other.value();
  }
}
