package dev.shorts.transcode.probe;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Holds an exact positive fraction such as 30000/1001, in lowest terms; both parts are at least 1.
 */
public record Rational(long numerator, long denominator) implements Comparable<Rational> {

  private static final Pattern FORM = Pattern.compile("(\\d{1,18})[/:](\\d{1,18})");

  public Rational {
    if (numerator < 1 || denominator < 1) {
      throw new IllegalArgumentException(numerator + "/" + denominator);
    }
    long divisor =
        BigInteger.valueOf(numerator).gcd(BigInteger.valueOf(denominator)).longValueExact();
    numerator /= divisor;
    denominator /= divisor;
  }

  public static Rational of(long whole) {
    return new Rational(whole, 1);
  }

  /** Parses "30000/1001" or "64:45"; empty for FFmpeg's notations of an unknown value. */
  public static Optional<Rational> parse(String text) {
    var form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    long numerator = Long.parseLong(form.group(1));
    long denominator = Long.parseLong(form.group(2));
    return numerator < 1 || denominator < 1
        ? Optional.empty()
        : Optional.of(new Rational(numerator, denominator));
  }

  public Rational halved() {
    return new Rational(numerator, Math.multiplyExact(denominator, 2L));
  }

  public Rational inverse() {
    return new Rational(denominator, numerator);
  }

  /** Returns the number of ticks at this rate in {@code seconds}, rounded down, also below 0. */
  public long ticksIn(BigDecimal seconds) {
    var exact = seconds.multiply(BigDecimal.valueOf(numerator));
    var ticks = exact.divideToIntegralValue(BigDecimal.valueOf(denominator));
    var passed = ticks.multiply(BigDecimal.valueOf(denominator)).compareTo(exact) > 0;
    return passed ? ticks.longValueExact() - 1 : ticks.longValueExact();
  }

  /** Returns the seconds that {@code ticks} ticks take at this rate. */
  public BigDecimal secondsOf(long ticks) {
    return BigDecimal.valueOf(ticks)
        .multiply(BigDecimal.valueOf(denominator))
        .divide(BigDecimal.valueOf(numerator), MathContext.DECIMAL64);
  }

  public double value() {
    return (double) numerator / denominator;
  }

  @Override
  public int compareTo(Rational other) {
    var ours = BigInteger.valueOf(numerator).multiply(BigInteger.valueOf(other.denominator));
    var theirs = BigInteger.valueOf(other.numerator).multiply(BigInteger.valueOf(denominator));
    return ours.compareTo(theirs);
  }

  @Override
  public String toString() {
    return numerator + "/" + denominator;
  }
}
