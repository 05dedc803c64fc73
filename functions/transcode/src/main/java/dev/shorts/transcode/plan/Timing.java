package dev.shorts.transcode.plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * When the pictures in and around a scene are shown, in seconds since the source's 0; asked for
 * only where the probe can't tell.
 *
 * @param complete whether there was no other picture; if not, some may have been lost
 */
public record Timing(List<BigDecimal> frames, boolean complete) {

  /**
   * Timestamps are told in microseconds; a cut that was meant to hit one may be that much early.
   */
  private static final BigDecimal ROUNDING = new BigDecimal("0.000001");

  private static final int DECIMALS_OF_A_RATE = 3;

  /** Seconds that two times of Matroska or FLV, in whole milliseconds, may be off by. */
  private static final double COARSE_CLOCK = 0.002;

  public Timing {
    frames = frames.stream().sorted().toList();
  }

  /**
   * Whether pictures follow each other at {@code rate} from {@code from} up to {@code to}; nothing
   * speaks against it where there are fewer than two, or where some may have been lost.
   */
  boolean confirms(Rational rate, BigDecimal from, BigDecimal to) {
    var inside = within(from, to);
    if (inside.size() < 2 || !complete) {
      return true;
    }
    double span = inside.getLast().subtract(inside.getFirst()).doubleValue();
    double expected = (inside.size() - 1) / rate.value();
    return Math.abs(span - expected) <= COARSE_CLOCK + FrameRate.SAME_WITHIN * span;
  }

  /** In how many of {@code frames} from {@code first} on a picture appears. */
  int differentIn(BigDecimal first, Rational rate, int frames) {
    return (int)
        this.frames.stream()
            .mapToDouble(time -> time.subtract(first).doubleValue() * rate.value())
            .mapToLong(Math::round)
            .filter(frame -> 0 <= frame && frame < frames)
            .distinct()
            .count();
  }

  private List<BigDecimal> within(BigDecimal from, BigDecimal to) {
    return frames.stream()
        .filter(frame -> frame.compareTo(from) >= 0 && frame.compareTo(to) < 0)
        .toList();
  }

  /** Frames by time from {@code from} up to {@code to}, to a thousandth of a frame per second. */
  Optional<Rational> meanRate(BigDecimal from, BigDecimal to) {
    var inside = within(from, to);
    if (inside.size() < 2 || inside.getLast().compareTo(inside.getFirst()) == 0) {
      return Optional.empty();
    }
    var thousandths =
        BigDecimal.valueOf(inside.size() - 1)
            .movePointRight(DECIMALS_OF_A_RATE)
            .divide(inside.getLast().subtract(inside.getFirst()), MathContext.DECIMAL64)
            .setScale(0, RoundingMode.HALF_UP)
            .max(BigDecimal.ONE)
            .longValueExact();
    return Optional.of(new Rational(thousandths, 1000));
  }

  /** When the picture appeared that is to be seen at {@code time}. */
  Optional<BigDecimal> shownAt(BigDecimal time) {
    return frames.stream()
        .filter(frame -> frame.compareTo(time.add(ROUNDING)) <= 0)
        .reduce((_, later) -> later);
  }

  /** When the last picture known here ends, if it stays as long as the one before. */
  Optional<BigDecimal> end() {
    if (frames.size() < 2) {
      return Optional.empty();
    }
    var last = frames.getLast();
    return Optional.of(last.add(last).subtract(frames.get(frames.size() - 2)));
  }
}
