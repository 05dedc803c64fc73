package dev.shorts.transcode.plan;

import dev.shorts.export.Quality;
import dev.shorts.export.Strategy;
import dev.shorts.transcode.plan.Decision.Feasible;
import dev.shorts.transcode.plan.Decision.Refused;
import dev.shorts.transcode.plan.Probe.Picture;
import dev.shorts.transcode.plan.Probe.Sound;
import dev.shorts.transcode.timeline.SceneTimeline;
import dev.shorts.transcode.timeline.Timelines;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What is decided on for tests: ten seconds of a video of sixty, if they say nothing else. */
final class Decisions {

  static final Scene SCENE = scene("10", "20");

  private Decisions() {}

  static Plan plan(Probe probe, Scene scene) {
    return ((Feasible) decide(probe, scene)).plan();
  }

  static Decision decide(Probe probe, Scene scene) {
    var refusal = Decision.refusal(probe);
    return refusal.isPresent()
        ? new Refused(refusal.get())
        : decide(probe, scene, frames(probe), Quality.HIGH);
  }

  static Decision decide(Probe probe, Scene scene, SceneFrames frames, Quality quality) {
    return Decision.of(probe, frames, scene, Strategy.CENTER_CROP, quality);
  }

  /** All frames of sixty seconds, at the rate that the stream claims. */
  static SceneFrames frames(Probe probe) {
    var rate = Streams.picture(probe).orElseThrow().timing().claims().getFirst();
    return frames(Timelines.even(rate, 60));
  }

  static SceneFrames frames(SceneTimeline timeline) {
    return new SceneFrames(timeline, Optional.of(9_000_000_000L), timeline.end(), false);
  }

  static Probe probe(int streams, List<Picture> pictures, List<Sound> sounds) {
    return new Probe(
        streams,
        "matroska,webm",
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        Optional.empty(),
        pictures,
        sounds);
  }

  static Scene scene(String from, String to) {
    return new Scene(decimal(from), decimal(to));
  }

  static BigDecimal decimal(String seconds) {
    return new BigDecimal(seconds);
  }
}
