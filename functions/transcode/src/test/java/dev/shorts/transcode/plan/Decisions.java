package dev.shorts.transcode.plan;

import dev.shorts.export.Quality;
import dev.shorts.export.Strategy;
import dev.shorts.transcode.job.SceneTimes;
import dev.shorts.transcode.plan.PlanResult.Feasible;
import dev.shorts.transcode.plan.PlanResult.Refused;
import dev.shorts.transcode.probe.AudioStream;
import dev.shorts.transcode.probe.SourceProbe;
import dev.shorts.transcode.probe.StreamSelection;
import dev.shorts.transcode.probe.VideoStream;
import dev.shorts.transcode.search.SceneFrames;
import dev.shorts.transcode.timeline.SceneTimeline;
import dev.shorts.transcode.timeline.Timelines;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What is decided on for tests: ten seconds of a video of sixty, if they say nothing else. */
final class Decisions {

  static final SceneTimes SCENE = scene("10", "20");

  private Decisions() {}

  static Plan plan(SourceProbe probe, SceneTimes scene) {
    return ((Feasible) decide(probe, scene)).plan();
  }

  static PlanResult decide(SourceProbe probe, SceneTimes scene) {
    var refusal = PlanResult.refusal(probe);
    return refusal.isPresent()
        ? new Refused(refusal.get())
        : decide(probe, scene, frames(probe), Quality.HIGH);
  }

  static PlanResult decide(
      SourceProbe probe, SceneTimes scene, SceneFrames frames, Quality quality) {
    return PlanResult.of(probe, frames, scene, Strategy.CENTER_CROP, quality);
  }

  /** All frames of sixty seconds, at the rate that the stream claims. */
  static SceneFrames frames(SourceProbe probe) {
    var rate = StreamSelection.video(probe).orElseThrow().timing().claims().getFirst();
    return frames(Timelines.even(rate, 60));
  }

  static SceneFrames frames(SceneTimeline timeline) {
    return new SceneFrames(timeline, Optional.of(9_000_000_000L), timeline.end(), false);
  }

  static SourceProbe probe(int streams, List<VideoStream> video, List<AudioStream> audio) {
    return new SourceProbe(
        streams, "matroska,webm", BigDecimal.ZERO, BigDecimal.ZERO, Optional.empty(), video, audio);
  }

  static SceneTimes scene(String from, String to) {
    return new SceneTimes(decimal(from), decimal(to));
  }

  static BigDecimal decimal(String seconds) {
    return new BigDecimal(seconds);
  }
}
