package dev.shorts.transcode.search;

import dev.shorts.transcode.probe.SourceProbe;
import dev.shorts.transcode.problem.SourceProblem;
import dev.shorts.transcode.timeline.Nanos;
import dev.shorts.transcode.timeline.SceneRange;
import dev.shorts.transcode.timeline.SceneTimeline;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The frames that a source has in and around a scene, and how they were found.
 *
 * @param seek nanoseconds on the container's clock from which they were read; empty if from its
 *     beginning
 * @param end nanoseconds from the source's 0 at which its picture and its sound have both ended;
 *     empty if that is after the scene
 * @param cutOff whether the source holds less than it says: then the end is the one that it says
 */
public record SceneFrames(
    SceneTimeline timeline, Optional<Long> seek, OptionalLong end, boolean cutOff) {

  /** A tenth of a scene may be missing. */
  private static final int TOLERATED = 10;

  /**
   * How much earlier than it is told ffmpeg seeks where frames are reordered, and ffprobe doesn't
   * (ffmpeg_demux.c of FFmpeg 9.0.2): 3/23 s.
   */
  private static final long EARLIER = 130_434_000;

  /** What a source that is cut off lacks for a scene, if that is too much. */
  public Optional<SourceProblem> problem(SceneRange range) {
    long there = timeline.end().orElse(Long.MAX_VALUE);
    if (!cutOff || there >= range.end()) {
      return Optional.empty();
    }
    if (there <= range.start()) {
      return Optional.of(SourceProblem.DAMAGED);
    }
    long missing = range.end() - there;
    return missing > (range.end() - range.start()) / TOLERATED
        ? Optional.of(SourceProblem.PICTURES_MISSING)
        : Optional.empty();
  }

  /** Frames that are counted have to be counted from the same place as ffprobe did. */
  public TrimWindow cut(SourceProbe probe, SceneRange range) {
    boolean counted = timeline.keys() == SceneTimeline.Keys.COUNT;
    long later = counted && probe.reorderDepth() > 0 && !probe.isMovie() ? EARLIER : 0;
    return TrimWindow.of(seek.map(at -> at + later), Nanos.of(probe.clockStart()) + range.start());
  }
}
