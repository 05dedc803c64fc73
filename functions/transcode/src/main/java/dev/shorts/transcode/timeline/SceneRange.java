package dev.shorts.transcode.timeline;

import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Holds the part of a source that a short shows.
 *
 * @param start nanoseconds from the source's 0
 * @param end nanoseconds from the source's 0, after the start
 * @param betweenFrames whether both ends are times at which a frame begins or the last one ends
 */
public record SceneRange(long start, long end, boolean betweenFrames) {

  /**
   * Snapping distance in nanoseconds: scene lists round or truncate times to thousandths or
   * hundredths of a second, so a frame that begins within this distance is the intended one.
   */
  private static final long ROUNDING = 10_000_000;

  public SceneRange {
    if (start >= end) {
      throw new IllegalArgumentException("from " + start + " to " + end);
    }
  }

  /** Snaps both ends of a scene to frame boundaries nearby, if there are any. */
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
   * Returns the nearest time at which a frame begins or the last one ends, within {@link #ROUNDING}
   * and half a step.
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
