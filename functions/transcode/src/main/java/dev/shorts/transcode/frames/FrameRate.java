package dev.shorts.transcode.frames;

import dev.shorts.export.Limits;
import dev.shorts.transcode.probe.Rational;
import dev.shorts.transcode.timeline.Nanos;
import dev.shorts.transcode.timeline.SceneRange;
import dev.shorts.transcode.timeline.SceneTimeline;
import java.util.List;

/**
 * The constant frame rate of a short.
 *
 * @param rate frames a second, 10 to 60
 * @param every how many frames of the source there are for each of the short: 1, or a power of two
 *     where the source's rate was halved
 */
public record FrameRate(Rational rate, int every) {

  private static final Rational LEAST = Rational.of(10);
  private static final Rational MOST = Rational.of(60);

  /** Up to a tenth above 60 the source loses frames now and then; beyond, every second one. */
  private static final double HALVED_ABOVE = 66;

  /** Two times on a clock of milliseconds, the coarsest that is usual, are off by this together. */
  private static final long CLOCK_ERROR = 1_000_000;

  /**
   * The times of frames are off by a tick of MPEG's clock of 90 kHz, since ffprobe writes the start
   * of a source in microseconds: a floor mustn't lose a frame by that.
   */
  private static final long TICK = 20_000;

  private static final long LONGEST = Nanos.of(Limits.MAX_SCENE_SECONDS);

  /** For a scene in which no frame follows another, of a container that claims no usable rate. */
  private static final Rational FALLBACK = Rational.of(30);

  /**
   * Decides by the times of the frames in the scene. What the container claims counts only where
   * the times can't tell.
   *
   * @param claims frames a second, as the container says, best first
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

  /** The least whole multiple that reaches 10, so that each frame stays for as many. */
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
   * Returns the number of frames of a short of {@code range}: at least 1, and 180 s at most. An odd
   * number of frames of which every second one is shown is half a frame more than a whole number,
   * which is rounded up whatever the clock makes of it.
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
