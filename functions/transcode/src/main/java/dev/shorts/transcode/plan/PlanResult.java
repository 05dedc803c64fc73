package dev.shorts.transcode.plan;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.joining;

import dev.shorts.export.Quality;
import dev.shorts.export.Strategy;
import dev.shorts.transcode.frames.FrameRate;
import dev.shorts.transcode.frames.FrameTable;
import dev.shorts.transcode.job.SceneTimes;
import dev.shorts.transcode.probe.Rational;
import dev.shorts.transcode.probe.SourceProbe;
import dev.shorts.transcode.probe.StreamSelection;
import dev.shorts.transcode.problem.SourceProblem;
import dev.shorts.transcode.search.SceneFrames;
import dev.shorts.transcode.timeline.Nanos;
import dev.shorts.transcode.timeline.SceneRange;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A PlanResult is the plan for a scene, or the problem that prevents one. It depends only on the
 * source's probe and timeline.
 */
public sealed interface PlanResult {

  record Feasible(Plan plan) implements PlanResult {}

  record Refused(SourceProblem problem) implements PlanResult {}

  String UNREADABLE_AUDIO = "The short has no sound: we can't read the video's sound.";
  String TOO_SHORT_FOR_AUDIO = "The short has no sound: the scene is too short for any.";

  String NO_VIDEO_IN_PART =
      "The video has no picture in a part of this scene: the nearest one is shown there.";

  /** Longest gap between source frames that needs no notice to the user, in nanoseconds. */
  long HELD_SILENTLY = 500_000_000;

  /** Returns the problem that prevents a short of any scene; empty if there is none. */
  static Optional<SourceProblem> refusal(SourceProbe probe) {
    return SourceCheck.of(probe);
  }

  /**
   * Plans a scene.
   *
   * @param probe for which {@link #refusal} is empty
   */
  static PlanResult of(
      SourceProbe probe, SceneFrames frames, SceneTimes scene, Strategy strategy, Quality quality) {
    long start = Math.max(0, Nanos.of(scene.start()));
    long end = Math.min(Nanos.of(scene.end()), frames.end().orElse(Long.MAX_VALUE));
    if (start >= end) {
      return new Refused(SourceProblem.SCENE_OUTSIDE);
    }
    var range = SceneRange.of(frames.timeline(), start, end);
    return frames
        .problem(range)
        .<PlanResult>map(Refused::new)
        .orElseGet(() -> new Feasible(feasible(probe, frames, range, strategy, quality)));
  }

  private static Plan feasible(
      SourceProbe probe, SceneFrames frames, SceneRange range, Strategy strategy, Quality quality) {
    var stream = StreamSelection.video(probe).orElseThrow();
    var timeline = frames.timeline();
    var rate = FrameRate.of(timeline, range, stream.timing().claims());
    var table = FrameTable.of(timeline, range, rate);
    var trim = frames.trim(probe, range);
    var video =
        new VideoPlan(
            stream.index(),
            table,
            VideoFilters.of(stream, table, strategy),
            stream.colour().lut(),
            maxBitrate(quality, table.rate()),
            EncodeCost.seconds(stream, table.rate(), table.frames()));
    var audio =
        StreamSelection.audio(probe)
            .flatMap(it -> AudioPlan.of(it.index(), trim, table.rate(), table.frames()));
    var notices =
        Stream.of(
                audio.isEmpty() ? whyNoAudio(probe) : Optional.<String>empty(),
                Optional.of(NO_VIDEO_IN_PART)
                    .filter(_ -> timeline.longestGap(range) > HELD_SILENTLY))
            .flatMap(Optional::stream)
            .collect(joining(" "));
    return new Plan(trim, video, audio, quality, Optional.of(notices).filter(not(String::isEmpty)));
  }

  private static Optional<String> whyNoAudio(SourceProbe probe) {
    if (probe.audioStreams().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        StreamSelection.audio(probe).isEmpty() ? UNREADABLE_AUDIO : TOO_SHORT_FOR_AUDIO);
  }

  /**
   * Returns the maximum bitrate of the video in bits per second. YouTube sets no limit, and its
   * recommended bitrates cost visible quality: see the contract.
   */
  private static long maxBitrate(Quality quality, Rational rate) {
    boolean fast = rate.compareTo(Rational.of(30)) > 0;
    return switch (quality) {
      case HIGH -> fast ? 36_000_000 : 24_000_000;
      case MEDIUM -> fast ? 18_000_000 : 12_000_000;
    };
  }
}
