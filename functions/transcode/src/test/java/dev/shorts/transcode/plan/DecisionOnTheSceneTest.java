package dev.shorts.transcode.plan;

import static dev.shorts.transcode.plan.Decisions.SCENE;
import static dev.shorts.transcode.plan.Decisions.decide;
import static dev.shorts.transcode.plan.Decisions.plan;
import static dev.shorts.transcode.plan.Decisions.scene;
import static dev.shorts.transcode.plan.Sources.FULL_HD;
import static dev.shorts.transcode.plan.Sources.STEREO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.export.Quality;
import dev.shorts.transcode.plan.PlanResult.Feasible;
import dev.shorts.transcode.plan.PlanResult.Refused;
import dev.shorts.transcode.probe.Rational;
import dev.shorts.transcode.problem.SourceProblem;
import dev.shorts.transcode.search.SceneFrames;
import dev.shorts.transcode.timeline.Timelines;
import java.util.Optional;
import java.util.OptionalLong;
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
    "0, 1.02, 30000/1001, 30, 46"
  })
  void audioOutlastsTheVideoByLessThanAnAacFrame(
      String from, String to, String rate, int frames, int aacFrames) {
    var probe = Sources.of(Sources.rated(rate, rate, false), STEREO);
    var source = Decisions.frames(Timelines.even(Rational.parse(rate).orElseThrow(), 300));
    var decision = decide(probe, scene(from, to), source, Quality.HIGH);
    var plan = ((Feasible) decision).plan();

    assertThat(plan.frames()).isEqualTo(frames);
    assertThat(plan.audio().orElseThrow().aacFrames()).isEqualTo(aacFrames);
  }

  @Test
  void videoShorterThanAnAacFrameGetsNoAudio() {
    var picture = Sources.rated("60/1", "60/1", false);
    var plan = plan(Sources.of(picture, STEREO), scene("1", "1.02"));

    assertThat(plan.audio()).isEmpty();
    assertThat(plan.notice()).contains("The short has no sound: the scene is too short for any.");
  }

  @ParameterizedTest
  @CsvSource({
    "-5,     10,   300, 0",
    "55,     70,   150, 55",
    "59.985, 80,     1, 59.985",
    "10.01,  11.01, 30, 10",
    "10.016, 11.016, 30, 10.016",
    "10.03,  11.03, 30, 10.033333"
  })
  void sceneStartsAtTheIntendedFrameAndEndsWithTheVideo(
      String from, String to, int frames, String start) {
    var plan = plan(Sources.of(FULL_HD), scene(from, to));

    assertThat(plan.frames()).isEqualTo(frames);
    assertThat(plan.trim().start()).isEqualByComparingTo(start);
  }

  @ParameterizedTest
  @CsvSource({"-5, 0", "-5, -1", "60, 70", "400, 401"})
  void sceneOutsideTheVideoIsRefused(String from, String to) {
    assertThat(decide(Sources.of(FULL_HD), scene(from, to)))
        .isEqualTo(new Refused(SourceProblem.SCENE_OUTSIDE));
  }

  @Test
  void gapWithoutFramesGetsANotice() {
    var late = Decisions.frames(Timelines.atSeconds(10.6, 10.64, 10.68, 10.72));
    var decision = decide(Sources.of(FULL_HD), scene("10", "10.7"), late, Quality.HIGH);

    assertThat(((Feasible) decision).plan().notice()).contains(PlanResult.NO_VIDEO_IN_PART);
    assertThat(plan(Sources.of(FULL_HD), SCENE).notice()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "50, 60.9, ",
    "50, 64, PICTURES_MISSING",
    "70, 80, DAMAGED",
    "120, 130, SCENE_OUTSIDE"
  })
  void cutOffSourceMayLackATenthOfTheScene(String from, String to, SourceProblem problem) {
    var timeline = Timelines.even(Rational.of(30), 60);
    var said = OptionalLong.of(Timelines.nanos(100));
    var frames = new SceneFrames(timeline, Optional.empty(), said, true);
    var decision = decide(Sources.of(FULL_HD), scene(from, to), frames, Quality.HIGH);

    if (problem == null) {
      assertThat(((Feasible) decision).plan().notice()).contains(PlanResult.NO_VIDEO_IN_PART);
    } else {
      assertThat(decision).isEqualTo(new Refused(problem));
    }
  }
}
