package dev.shorts.transcode.timeline;

/**
 * A frame of the source: the names by which FFmpeg's log knows it, and the time at which it is
 * shown.
 *
 * @param key see {@link SceneTimeline.Keys}
 * @param pts its timestamp in ticks of the container, or {@link #NO_PTS}
 * @param start nanoseconds from the source's 0
 * @param length nanoseconds that the container says it is shown for; 0 where it says nothing
 */
public record FrameTime(long key, long pts, long start, long length) {

  /** FFmpeg's AV_NOPTS_VALUE: the container stores no time for the frame. */
  public static final long NO_PTS = Long.MIN_VALUE;
}
