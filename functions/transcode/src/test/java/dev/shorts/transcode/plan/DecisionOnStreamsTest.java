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
import dev.shorts.transcode.probe.Disposition;
import dev.shorts.transcode.probe.Rational;
import dev.shorts.transcode.probe.Rotation;
import dev.shorts.transcode.problem.SourceProblem;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionOnStreamsTest {

  @Test
  void theDefaultStreamsAreSelected() {
    var cover = Sources.video(0, "mjpeg", Disposition.STILL_IMAGE);
    var first = Sources.video(1, "h264", Disposition.OTHER);
    var marked = Sources.video(2, "h264", Disposition.DEFAULT);
    var french = Sources.audio(3, "aac", 48_000, 2, Disposition.OTHER);
    var english = Sources.audio(4, "aac", 48_000, 6, Disposition.DEFAULT);

    var plan = plan(probe(5, List.of(cover, first, marked), List.of(french, english)), SCENE);

    assertThat(plan.video().stream()).isEqualTo(2);
    assertThat(plan.audio().orElseThrow().stream()).isEqualTo(4);
  }

  @Test
  void audioThatCantBeDecodedIsLeftOutWithANotice() {
    var unknown = Sources.audio(1, "unknown", 0, 0, Disposition.DEFAULT);
    var plan = plan(Sources.of(FULL_HD, unknown), SCENE);

    assertThat(plan.audio()).isEmpty();
    assertThat(plan.notice()).contains("The short has no sound: we can't read the video's sound.");
  }

  @Test
  void aDecodableAudioStreamIsPreferredToTheDefaultOne() {
    var dts = Sources.audio(1, "dts", 48_000, 6, Disposition.DEFAULT);
    var stereo = Sources.audio(2, "ac3", 48_000, 2, Disposition.OTHER);
    var plan = plan(Sources.of(FULL_HD, dts, stereo), SCENE);

    assertThat(plan.audio().orElseThrow().stream()).isEqualTo(2);
    assertThat(plan.notice()).isEmpty();
  }

  @Test
  void aSourceWithoutAudioNeedsNoNotice() {
    assertThat(plan(Sources.of(FULL_HD), SCENE).notice()).isEmpty();
  }

  @Test
  void sourcesWithoutADecodableVideoStreamAreRefused() {
    var nothing = probe(1, List.of(), List.of());
    var sound = probe(1, List.of(), List.of(STEREO));
    var cover =
        probe(2, List.of(Sources.video(1, "mjpeg", Disposition.STILL_IMAGE)), List.of(STEREO));
    var large = Sources.sized(8194, 100, Rational.of(1), Rotation.NONE);
    var sizeless = Sources.sized(0, 0, Rational.of(1), Rotation.NONE);

    assertThat(decide(nothing, SCENE)).isEqualTo(new Refused(SourceProblem.NOT_A_VIDEO));
    assertThat(decide(sound, SCENE)).isEqualTo(new Refused(SourceProblem.NO_PICTURE));
    assertThat(decide(cover, SCENE)).isEqualTo(new Refused(SourceProblem.NO_PICTURE));
    assertThat(decide(Sources.of(Sources.video(0, "vvc", Disposition.DEFAULT)), SCENE))
        .isEqualTo(new Refused(SourceProblem.CODEC_NOT_READ));
    assertThat(decide(Sources.of(Sources.video(0, Codecs.ENCRYPTED, Disposition.DEFAULT)), SCENE))
        .isEqualTo(new Refused(SourceProblem.ENCRYPTED));
    assertThat(decide(Sources.of(large), SCENE))
        .isEqualTo(new Refused(SourceProblem.PICTURE_TOO_LARGE));
    assertThat(decide(Sources.of(sizeless), SCENE)).isEqualTo(new Refused(SourceProblem.DAMAGED));
    assertThat(decide(probe(65, List.of(FULL_HD), List.of()), SCENE))
        .isEqualTo(new Refused(SourceProblem.TOO_MANY_STREAMS));
  }
}
