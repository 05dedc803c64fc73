package dev.shorts.transcode.frames;

import dev.shorts.export.Limits;
import dev.shorts.transcode.probe.Rational;
import dev.shorts.transcode.timeline.Nanos;
import dev.shorts.transcode.timeline.SceneTimeline;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The part of a source that a short shows.
 *
 * @param start nanoseconds from the source's 0
 * @param end nanoseconds from the source's 0, after the start
 * @param betweenFrames whether both ends are times at which a frame begins or the last one ends
 */
public record SceneRange(long start, long end, boolean betweenFrames) {

  /**
   * Lists of scenes have times in thousandths or hundredths of a second, rounded or cut off; the
   * frame that begins within this time of one is the one that was meant.
   */
  private static final long ROUNDING = 10_000_000;

  /** Two times on a clock of milliseconds, the coarsest that is usual, are off by this together. */
  private static final long CLOCK_ERROR = 1_000_000;

  /**
   * The times of frames are off by a tick of MPEG's clock of 90 kHz, since ffprobe writes the start
   * of a source in microseconds: a floor mustn't lose a frame by that.
   */
  private static final long TICK = 20_000;

  private static final long LONGEST = Nanos.of(Limits.MAX_SCENE_SECONDS);

  public SceneRange {
    if (start >= end) {
      throw new IllegalArgumentException("from " + start + " to " + end);
    }
  }

  /** Moves both ends of a scene to the frames that were meant, if there are such frames. */
  public static SceneRange of(SceneTimeline timeline, long start, long end) {
    var nearStart = boundary(timeline, start);
    var nearEnd = boundary(timeline, end);
    long from = nearStart.orElse(start);
    if (nearEnd.isPresent() && nearEnd.getAsLong() > from) {
      return new SceneRange(from, nearEnd.getAsLong(), nearStart.isPresent());
    }
    return from < end ? new SceneRange(from, end, false) : new SceneRange(start, end, false);
  }

  /**
   * The number of frames of a short at {@code rate}: at least 1, and 180 s at most. An odd number
   * of frames of which every second one is shown is half a frame more than a whole number, which is
   * rounded up whatever the clock makes of it.
   */
  public int frames(FrameRate rate) {
    long longest = floor(LONGEST, rate.rate());
    long off = rate.every() > 1 ? CLOCK_ERROR : 0;
    long all =
        betweenFrames
            ? Math.round(toFrames(end - start + off, rate.rate()))
            : floor(end - start + TICK, rate.rate());
    return Math.toIntExact(Math.clamp(all, 1, Math.max(1, longest)));
  }

  private static long floor(long nanos, Rational rate) {
    return rate.ticksIn(Nanos.toSeconds(nanos));
  }

  static double toFrames(long nanos, Rational rate) {
    return (double) nanos / Nanos.PER_SECOND * rate.value();
  }

  /**
   * The nearest time at which a frame begins, or the last one ends. Between two frames it is never
   * over half a step away; before the first and behind the last it has to be as near.
   */
  private static OptionalLong boundary(SceneTimeline timeline, long time) {
    int shown = timeline.shownAt(time);
    int next = Math.min(shown + 1, timeline.frames().size() - 1);
    long reach = Math.min(ROUNDING, Math.ceilDiv(timeline.step(shown), 2));
    return LongStream.concat(
            IntStream.rangeClosed(shown, next).mapToLong(timeline::start), timeline.end().stream())
        .filter(boundary -> Math.abs(boundary - time) <= reach)
        .boxed()
        .min((a, b) -> Long.compare(Math.abs(a - time), Math.abs(b - time)))
        .map(OptionalLong::of)
        .orElse(OptionalLong.empty());
  }
}
