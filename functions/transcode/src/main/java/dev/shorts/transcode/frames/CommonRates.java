package dev.shorts.transcode.frames;

import dev.shorts.transcode.probe.Rational;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The frame rates that cameras, films and broadcasts have. */
public final class CommonRates {

  /** In ascending order. */
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

  private static final double SNAPS_WITHIN = 0.005;

  /** Half of what lies between 30 and 30000/1001. */
  private static final double SAME_WITHIN = 0.0005;

  private static final int DECIMALS = 1000;

  private CommonRates() {}

  private static boolean near(double rate, Rational common) {
    return Math.abs(rate - common.value()) <= SNAPS_WITHIN * common.value();
  }

  /**
   * The common rate within 0.5 %; of those that the measurement can't tell apart the claimed one. A
   * rate that isn't common is the claimed one if it may be that, else rounded to thousandths.
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

  /** A rate that a container writes as a decimal, such as 29.97, means the common one. */
  static Rational snapClaim(Rational claim) {
    return nearest(claim.value()).orElse(claim);
  }

  private static Optional<Rational> nearest(double rate) {
    return ALL.stream()
        .filter(common -> near(rate, common))
        .min(Comparator.comparingDouble(common -> Math.abs(common.value() - rate)));
  }

  /** The common rates that are the claimed one, and the best or as possible as that. */
  private static Stream<Rational> possible(Rational claim, Rational best, MeasuredRate measured) {
    return ALL.stream()
        .filter(common -> Math.abs(claim.value() - common.value()) <= SAME_WITHIN * common.value())
        .filter(common -> common.equals(best) || isUndecided(best, common, measured));
  }

  /** Whether it, or the border between two neighbours, lies within the error of measurement. */
  private static boolean isUndecided(Rational best, Rational other, MeasuredRate measured) {
    return measured.mayBe(other.value())
        || near(measured.rate(), other) && measured.mayBe((best.value() + other.value()) / 2);
  }

  private static Optional<Rational> claimed(MeasuredRate measured, List<Rational> claims) {
    return withHalves(claims)
        .filter(claim -> measured.mayBe(claim.value()))
        .findFirst()
        .map(CommonRates::snapClaim);
  }

  /** Containers claim the rate of fields, or one that is halved for a short. */
  private static Stream<Rational> withHalves(List<Rational> claims) {
    return claims.stream()
        .flatMap(claim -> Stream.of(claim, claim.halved(), claim.halved().halved()));
  }

  private static Rational thousandths(double rate) {
    return new Rational(Math.max(1, Math.round(rate * DECIMALS)), DECIMALS);
  }
}
