package dev.shorts.transcode.timeline;

/**
 * Holds the identity and the presentation time of a source frame.
 *
 * @param key identifies the frame in FFmpeg's log, see {@link SceneTimeline.Keys}
 * @param pts timestamp in ticks of the container, or {@link #NO_PTS}
 * @param start nanoseconds from the source's 0
 * @param length declared duration in nanoseconds; 0 if unknown
 */
public record FrameTime(long key, long pts, long start, long length) {

  /** FFmpeg's AV_NOPTS_VALUE: the container stores no time for the frame. */
  public static final long NO_PTS = Long.MIN_VALUE;
}
