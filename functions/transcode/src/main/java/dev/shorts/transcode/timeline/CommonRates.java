package dev.shorts.transcode.timeline;

import dev.shorts.transcode.probe.Rational;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The frame rates that cameras, films and broadcasts have. */
final class CommonRates {

  /** In ascending order. */
  static final List<Rational> ALL =
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

  static boolean near(double rate, Rational common) {
    return Math.abs(rate - common.value()) <= SNAPS_WITHIN * common.value();
  }

  /**
   * The common rate within 0.5 %; of two that the measurement can't tell apart the claimed one. A
   * rate that isn't common is the claimed one if it may be that, else rounded to thousandths.
   */
  static Rational snap(MeasuredRate measured, List<Rational> claims) {
    var near = ALL.stream().filter(common -> near(measured.rate(), common)).toList();
    return choose(near, measured, claims)
        .or(() -> claimed(measured, claims))
        .orElseGet(() -> thousandths(measured.rate()));
  }

  /** Of common rates that are all possible: the nearest, or the claimed one. */
  static Optional<Rational> choose(
      List<Rational> possible, MeasuredRate measured, List<Rational> claims) {
    var nearest =
        possible.stream()
            .min(Comparator.comparingDouble(common -> Math.abs(common.value() - measured.rate())));
    return nearest.map(
        best ->
            possible.stream()
                .filter(other -> isUndecided(best, other, measured))
                .filter(other -> isClaimed(other, claims))
                .findFirst()
                .filter(_ -> !isClaimed(best, claims))
                .orElse(best));
  }

  /** A rate that a container writes as a decimal, such as 29.97, means the common one. */
  static Rational snapClaim(Rational claim) {
    return ALL.stream()
        .filter(common -> near(claim.value(), common))
        .min(Comparator.comparingDouble(common -> Math.abs(common.value() - claim.value())))
        .orElse(claim);
  }

  /** Whether the border between the two lies within what the measurement may be wrong by. */
  private static boolean isUndecided(Rational best, Rational other, MeasuredRate measured) {
    return !best.equals(other) && measured.mayBe((best.value() + other.value()) / 2);
  }

  private static boolean isClaimed(Rational rate, List<Rational> claims) {
    return withHalves(claims)
        .anyMatch(claim -> Math.abs(claim.value() - rate.value()) <= SAME_WITHIN * rate.value());
  }

  private static Optional<Rational> claimed(MeasuredRate measured, List<Rational> claims) {
    return withHalves(claims).filter(claim -> measured.mayBe(claim.value())).findFirst();
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
