package dev.shorts.transcode.frames;

import dev.shorts.export.Limits;
import dev.shorts.transcode.probe.Rational;
import dev.shorts.transcode.timeline.Nanos;
import dev.shorts.transcode.timeline.SceneRange;
import dev.shorts.transcode.timeline.SceneTimeline;
import java.util.List;

/**
 * Holds the constant frame rate of a short.
 *
 * @param rate frames a second, 10 to 60
 * @param every source frames per frame of the short: 1, or a power of two where the source's rate
 *     was halved
 */
public record FrameRate(Rational rate, int every) {

  private static final Rational LEAST = Rational.of(10);
  private static final Rational MOST = Rational.of(60);

  /**
   * Rates up to a tenth above 60 drop single source frames; higher ones show every second frame.
   */
  private static final double HALVED_ABOVE = 66;

  /**
   * Combined rounding error of two times on a clock of milliseconds, the coarsest usual one; in
   * nanoseconds.
   */
  private static final long CLOCK_ERROR = 1_000_000;

  /**
   * Tolerance of one tick of MPEG's 90 kHz clock, in nanoseconds: ffprobe rounds the start of a
   * source to microseconds, and rounding down must not lose a frame.
   */
  private static final long TICK = 20_000;

  private static final long LONGEST = Nanos.of(Limits.MAX_SCENE_SECONDS);

  /** Rate of a scene of one frame whose container declares no usable rate. */
  private static final Rational FALLBACK = Rational.of(30);

  /**
   * Measures the rate from the times of the frames in the scene; the declared rate decides only
   * where these are ambiguous.
   *
   * @param claims declared rates in frames a second, best first
   */
  public static FrameRate of(SceneTimeline timeline, SceneRange range, List<Rational> claims) {
    return StepStatistics.of(timeline, range)
        .flatMap(StepStatistics::measure)
        .map(measured -> of(measured, claims))
        .orElseGet(() -> new FrameRate(withoutSteps(claims), 1));
  }

  private static FrameRate of(MeasuredRate measured, List<Rational> claims) {
    int every = 1;
    while (measured.rate() / every > HALVED_ABOVE) {
      every *= 2;
    }
    var rate = CommonRates.snap(measured.dividedBy(every), claims);
    if (rate.compareTo(MOST) > 0) {
      rate = MOST;
    }
    if (rate.compareTo(LEAST) < 0) {
      rate = measured.regular() ? multiple(rate) : LEAST;
    }
    return new FrameRate(rate, every);
  }

  /**
   * Returns the smallest multiple of at least 10, so that each source frame is shown equally often.
   */
  private static Rational multiple(Rational rate) {
    long times = (long) Math.ceil(LEAST.value() / rate.value() - 1e-9);
    return new Rational(Math.multiplyExact(times, rate.numerator()), rate.denominator());
  }

  private static Rational withoutSteps(List<Rational> claims) {
    return claims.stream()
        .filter(claim -> claim.compareTo(LEAST) >= 0 && claim.compareTo(MOST) <= 0)
        .findFirst()
        .map(CommonRates::snapClaim)
        .orElse(FALLBACK);
  }

  /**
   * Returns the number of frames of a short of {@code range}: at least 1, and 180 s at most. If
   * every second frame is shown, an odd number of source frames is half a frame more than a whole
   * number; it is rounded up despite clock errors.
   */
  public int framesIn(SceneRange range) {
    long longest = floor(LONGEST, rate);
    long off = every > 1 ? CLOCK_ERROR : 0;
    long all =
        range.betweenFrames()
            ? Math.round(Nanos.toFrames(range.end() - range.start() + off, rate))
            : floor(range.end() - range.start() + TICK, rate);
    return Math.toIntExact(Math.clamp(all, 1, Math.max(1, longest)));
  }

  private static long floor(long nanos, Rational rate) {
    return rate.ticksIn(Nanos.toSeconds(nanos));
  }
}
