package dev.shorts.transcode.frames;

import dev.shorts.transcode.probe.Rational;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lists the standard frame rates of cameras, film and broadcast, and snaps measured rates to them.
 */
public final class CommonRates {

  /** Frames a second, in ascending order. */
  public static final List<Rational> ALL =
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

  private static final double NEAR_WITHIN = 0.005;

  /** Relative tolerance for equal rates: half of the distance between 30 and 30000/1001. */
  private static final double SAME_WITHIN = 0.0005;

  private static final int DECIMALS = 1000;

  private CommonRates() {}

  static boolean isNear(double rate, double standard) {
    return Math.abs(rate - standard) <= NEAR_WITHIN * standard;
  }

  /**
   * Snaps a measured rate to the nearest standard rate within 0.5 %; of several within the
   * measurement error, to the declared one. A rate that is not standard becomes the declared one if
   * that lies within the error, else it is rounded to thousandths.
   */
  static Rational snap(MeasuredRate measured, List<Rational> claims) {
    return nearest(measured.rate())
        .map(
            best ->
                withHalves(claims)
                    .flatMap(it -> possible(it, best, measured))
                    .findFirst()
                    .orElse(best))
        .or(() -> claimed(measured, claims))
        .orElseGet(() -> thousandths(measured.rate()));
  }

  /** Snaps a declared rate such as 29.97, which containers round, to the standard one. */
  static Rational snapClaim(Rational claim) {
    return nearest(claim.value()).orElse(claim);
  }

  private static Optional<Rational> nearest(double rate) {
    return ALL.stream()
        .filter(common -> isNear(rate, common.value()))
        .min(Comparator.comparingDouble(common -> Math.abs(common.value() - rate)));
  }

  /**
   * Returns the standard rates that equal the declared one and are the best, or within the error of
   * the best.
   */
  private static Stream<Rational> possible(Rational claim, Rational best, MeasuredRate measured) {
    return ALL.stream()
        .filter(common -> Math.abs(claim.value() - common.value()) <= SAME_WITHIN * common.value())
        .filter(common -> common.equals(best) || isUndecided(best, common, measured));
  }

  /**
   * Returns whether a rate, or the midpoint between it and the best, lies within the measurement
   * error.
   */
  private static boolean isUndecided(Rational best, Rational other, MeasuredRate measured) {
    return measured.mayBe(other.value())
        || isNear(measured.rate(), other.value())
            && measured.mayBe((best.value() + other.value()) / 2);
  }

  private static Optional<Rational> claimed(MeasuredRate measured, List<Rational> claims) {
    return withHalves(claims)
        .filter(claim -> measured.mayBe(claim.value()))
        .findFirst()
        .map(CommonRates::snapClaim);
  }

  /**
   * Adds halves and quarters: containers declare the field rate, or a rate that is halved for the
   * short.
   */
  private static Stream<Rational> withHalves(List<Rational> claims) {
    return claims.stream()
        .flatMap(claim -> Stream.of(claim, claim.halved(), claim.halved().halved()));
  }

  private static Rational thousandths(double rate) {
    return new Rational(Math.max(1, Math.round(rate * DECIMALS)), DECIMALS);
  }
}
