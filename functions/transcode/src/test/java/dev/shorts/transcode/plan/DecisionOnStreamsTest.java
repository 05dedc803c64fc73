package dev.shorts.transcode.plan;

import static dev.shorts.transcode.plan.Decisions.SCENE;
import static dev.shorts.transcode.plan.Decisions.decide;
import static dev.shorts.transcode.plan.Decisions.plan;
import static dev.shorts.transcode.plan.Decisions.probe;
import static dev.shorts.transcode.plan.Sources.FULL_HD;
import static dev.shorts.transcode.plan.Sources.STEREO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.transcode.plan.PlanResult.Refused;
import dev.shorts.transcode.probe.Codecs;
import dev.shorts.transcode.probe.Rational;
import dev.shorts.transcode.probe.Rotation;
import dev.shorts.transcode.problem.SourceProblem;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionOnStreamsTest {

  @Test
  void takesThePlayersChoiceOfStreams() {
    var cover = Sources.stream(0, "mjpeg", true, true);
    var first = Sources.stream(1, "h264", false, false);
    var marked = Sources.stream(2, "h264", true, false);
    var french = Sources.sound(3, "aac", 48_000, 2, false);
    var english = Sources.sound(4, "aac", 48_000, 6, true);

    var plan = plan(probe(5, List.of(cover, first, marked), List.of(french, english)), SCENE);

    assertThat(plan.picture()).isEqualTo(2);
    assertThat(plan.sound().orElseThrow().stream()).isEqualTo(4);
  }

  @Test
  void leavesOutSoundItCantReadAndSaysSo() {
    var unknown = Sources.sound(1, "unknown", 0, 0, true);
    var plan = plan(Sources.of(FULL_HD, unknown), SCENE);

    assertThat(plan.sound()).isEmpty();
    assertThat(plan.notice()).contains("The short has no sound: we can't read the video's sound.");
  }

  @Test
  void takesAnotherSoundBeforeNone() {
    var dts = Sources.sound(1, "dts", 48_000, 6, true);
    var stereo = Sources.sound(2, "ac3", 48_000, 2, false);
    var plan = plan(Sources.of(FULL_HD, dts, stereo), SCENE);

    assertThat(plan.sound().orElseThrow().stream()).isEqualTo(2);
    assertThat(plan.notice()).isEmpty();
  }

  @Test
  void saysNothingOfSoundThatWasNeverThere() {
    assertThat(plan(Sources.of(FULL_HD), SCENE).notice()).isEmpty();
  }

  @Test
  void refusesWhatIsNoVideoOrNotOneWeRead() {
    var nothing = probe(1, List.of(), List.of());
    var sound = probe(1, List.of(), List.of(STEREO));
    var cover = probe(2, List.of(Sources.stream(1, "mjpeg", true, true)), List.of(STEREO));
    var large = Sources.sized(8194, 100, Rational.of(1), Rotation.NONE);
    var sizeless = Sources.sized(0, 0, Rational.of(1), Rotation.NONE);

    assertThat(decide(nothing, SCENE)).isEqualTo(new Refused(SourceProblem.NOT_A_VIDEO));
    assertThat(decide(sound, SCENE)).isEqualTo(new Refused(SourceProblem.NO_PICTURE));
    assertThat(decide(cover, SCENE)).isEqualTo(new Refused(SourceProblem.NO_PICTURE));
    assertThat(decide(Sources.of(Sources.stream(0, "vvc", true, false)), SCENE))
        .isEqualTo(new Refused(SourceProblem.CODEC_NOT_READ));
    assertThat(decide(Sources.of(Sources.stream(0, Codecs.ENCRYPTED, true, false)), SCENE))
        .isEqualTo(new Refused(SourceProblem.ENCRYPTED));
    assertThat(decide(Sources.of(large), SCENE))
        .isEqualTo(new Refused(SourceProblem.PICTURE_TOO_LARGE));
    assertThat(decide(Sources.of(sizeless), SCENE)).isEqualTo(new Refused(SourceProblem.DAMAGED));
    assertThat(decide(probe(65, List.of(FULL_HD), List.of()), SCENE))
        .isEqualTo(new Refused(SourceProblem.TOO_MANY_STREAMS));
  }
}
