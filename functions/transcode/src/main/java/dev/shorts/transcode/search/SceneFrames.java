package dev.shorts.transcode.search;

import dev.shorts.transcode.probe.SourceProbe;
import dev.shorts.transcode.problem.SourceProblem;
import dev.shorts.transcode.timeline.Nanos;
import dev.shorts.transcode.timeline.SceneRange;
import dev.shorts.transcode.timeline.SceneTimeline;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Holds the source frames in and around a scene, and how they were found.
 *
 * @param seek nanoseconds on the container's clock from which they were read; empty for the
 *     beginning
 * @param end nanoseconds from the source's 0 at which both video and audio have ended; empty if
 *     that is after the scene
 * @param cutOff whether the file holds less than its index or header says: {@code end} is then the
 *     declared one
 */
public record SceneFrames(
    SceneTimeline timeline, Optional<Long> seek, OptionalLong end, boolean cutOff) {

  /** One part in this many of a scene may be missing. */
  private static final int TOLERATED = 10;

  /**
   * For streams with reordered frames ffmpeg seeks 3/23 s earlier than told, ffprobe does not
   * (ffmpeg_demux.c of FFmpeg 9.0.2).
   */
  private static final long EARLIER = 130_434_000;

  /** Returns the problem of a cut-off source that lacks too much of the scene; empty otherwise. */
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

  /**
   * Returns the trim window. Where frames are identified by count, FFmpeg must start at the same
   * place as ffprobe did.
   */
  public TrimWindow trim(SourceProbe probe, SceneRange range) {
    boolean counted = timeline.keys() == SceneTimeline.Keys.COUNT;
    long later = counted && probe.reorderDepth() > 0 && !probe.isMovie() ? EARLIER : 0;
    return TrimWindow.of(seek.map(at -> at + later), Nanos.of(probe.clockStart()) + range.start());
  }
}
