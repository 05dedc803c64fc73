package dev.shorts.transcode.plan;

import dev.shorts.export.Quality;
import dev.shorts.export.Strategy;
import dev.shorts.transcode.plan.Decision.Feasible;
import dev.shorts.transcode.plan.Probe.Picture;
import dev.shorts.transcode.plan.Probe.Sound;
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
    return Decision.of(probe, Optional.empty(), scene, Strategy.CENTER_CROP, Quality.HIGH);
  }

  static Probe probe(int streams, List<Picture> pictures, List<Sound> sounds) {
    return new Probe(
        streams,
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        Optional.of(decimal("60")),
        false,
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
