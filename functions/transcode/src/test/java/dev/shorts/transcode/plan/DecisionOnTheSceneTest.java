package dev.shorts.transcode.plan;

import static dev.shorts.transcode.plan.Decisions.SCENE;
import static dev.shorts.transcode.plan.Decisions.decide;
import static dev.shorts.transcode.plan.Decisions.decimal;
import static dev.shorts.transcode.plan.Decisions.plan;
import static dev.shorts.transcode.plan.Decisions.scene;
import static dev.shorts.transcode.plan.Sources.FULL_HD;
import static dev.shorts.transcode.plan.Sources.STEREO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.shorts.export.Quality;
import dev.shorts.export.Strategy;
import dev.shorts.transcode.plan.Decision.Feasible;
import dev.shorts.transcode.plan.Decision.Refused;
import dev.shorts.transcode.source.SourceProblem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionOnTheSceneTest {

  @ParameterizedTest
  @CsvSource({
    "0, 180, 30/1, 5400, 8437",
    "0, 180, 30000/1001, 5394, 8436",
    "0, 45.2, 30/1, 1356, 2118",
    "0, 0.01, 30/1, 1, 2",
    "0, 0.04, 60/1, 2, 2",
    "0, 1.001, 30000/1001, 30, 46",
    "0, 1.000999, 30000/1001, 29, 45"
  })
  void countsFramesAndHasLessThanAnAacFrameMoreSound(
      String from, String to, String rate, int frames, int aacFrames) {
    var picture = Sources.lasting(Sources.rated(rate, rate, false), "0", Optional.of("300"));
    var plan = plan(Sources.of(picture, STEREO), scene(from, to));

    assertThat(plan.frames()).isEqualTo(frames);
    assertThat(plan.sound().orElseThrow().aacFrames()).isEqualTo(aacFrames);
  }

  @Test
  void leavesOutTheSoundOfAPictureShorterThanAnAacFrame() {
    var picture = Sources.rated("60/1", "60/1", false);
    var plan = plan(Sources.of(picture, STEREO), scene("1", "1.02"));

    assertThat(plan.sound()).isEmpty();
    assertThat(plan.notice()).contains("The short has no sound: the scene is too short for any.");
  }

  @ParameterizedTest
  @CsvSource({
    "-5,    10,   300, 0",
    "55,    70,   150, 55",
    "59.99, 80,     1, 59.966666667",
    "10.01, 11.01, 30, 10",
    "10.03, 11.03, 30, 10",
    "10.04, 11.04, 30, 10.033333333"
  })
  void beginsWithThePictureThatIsShownAndEndsWithTheVideo(
      String from, String to, int frames, double first) {
    var plan = plan(Sources.of(FULL_HD), scene(from, to));

    assertThat(plan.frames()).isEqualTo(frames);
    assertThat(plan.cut().seek().orElse(BigDecimal.ZERO).add(plan.cut().offset()).doubleValue())
        .isCloseTo(first, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({"-5, 0", "-5, -1", "60, 70", "60.0005, 70", "400, 401"})
  void refusesASceneOutsideItsVideo(String from, String to) {
    assertThat(decide(Sources.of(FULL_HD), scene(from, to)))
        .isEqualTo(new Refused(SourceProblem.SCENE_OUTSIDE));
  }

  @Test
  void knowsFromTimesWhatIsShownAndWhereTheVideoEnds() {
    var endless = Sources.lasting(Sources.rated("1000/1", "0/0", false), "0", Optional.empty());
    var timing = new Timing(times("9.9", "10.1", "10.2", "10.3", "10.4", "10.5"), true);
    var decision =
        Decision.of(
            Sources.of(endless), Optional.of(timing), SCENE, Strategy.LETTERBOX, Quality.HIGH);
    var plan = ((Feasible) decision).plan();

    assertThat(plan.rate()).isEqualTo(Rational.of(10));
    assertThat(plan.cut().offset()).isEqualTo("1");
    assertThat(plan.cut().seek()).contains(decimal("8.9"));
    assertThat(plan.frames()).isEqualTo(6);
  }

  @Test
  void countsThePicturesThatThereShouldBeWhereSomeMayHaveBeenLost() {
    var even = Sources.of(Sources.uncounted("10/1"));
    var uneven = Sources.of(Sources.rated("1000/1", "10/1", false));
    var times = times("10.0", "10.1", "10.2", "10.3", "10.4");

    assertThat(pictures(even, new Timing(times, true))).isEqualTo(5);
    assertThat(pictures(even, new Timing(times, false))).isEqualTo(100);
    assertThat(pictures(uneven, new Timing(times, false))).isEqualTo(5);
  }

  private static int pictures(Probe probe, Timing timing) {
    var decision = Decision.of(probe, Optional.of(timing), SCENE, Strategy.LETTERBOX, Quality.HIGH);
    return ((Feasible) decision).plan().pictures();
  }

  private static List<BigDecimal> times(String... times) {
    return List.of(times).stream().map(BigDecimal::new).toList();
  }
}
