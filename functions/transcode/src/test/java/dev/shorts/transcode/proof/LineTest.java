package dev.shorts.transcode.proof;

import static dev.shorts.transcode.proof.RightFile.PLAN;
import static dev.shorts.transcode.proof.RightFile.RIGHT;
import static dev.shorts.transcode.proof.RightFile.rightBut;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.transcode.probe.Rational;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each line is missed by a file that is right in all else. */
class LineTest {

  static Stream<Arguments> faults() {
    return Stream.of(
        fault(Line.STREAMS, "streams", 3),
        fault(Line.MP4, "brand", "qt  "),
        fault(Line.MOOV_BEFORE_MDAT, "moovFirst", false),
        fault(Line.NO_EDIT_LIST, "editList", true),
        fault(Line.AT_MOST_180_SECONDS, "length", new BigDecimal("180.001")),
        fault(Line.AT_MOST_180_SECONDS, "movieLength", new BigDecimal("180.001")),
        fault(Line.NO_METADATA, "tags", Map.of("location", "+52.5+013.4/")),
        fault(Line.NO_METADATA, "tags", Map.of("handler_name", "Core Media Video")),
        fault(Line.NO_CHAPTERS, "chapters", 1),
        fault(Line.SIZE, "width", 1078),
        fault(Line.SIZE, "height", 1080),
        fault(Line.SQUARE_PIXELS, "pixelAspect", "64:45"),
        fault(Line.SQUARE_PIXELS, "pixelAspect", "unknown"),
        fault(Line.UPRIGHT, "upright", false),
        fault(Line.EIGHT_BIT_420, "pixelFormat", "yuv422p"),
        fault(Line.PROGRESSIVE, "fieldOrder", "tt"),
        fault(Line.BT709, "colours", List.of("bt709", "arib-std-b67", "bt709")),
        fault(Line.LIMITED_RANGE, "range", "pc"),
        fault(Line.NO_SIDE_DATA, "sideData", List.of("Ambient viewing environment")),
        fault(Line.H264_HIGH, "codec", "hevc"),
        fault(Line.H264_HIGH, "profile", "Constrained Baseline"),
        fault(Line.CABAC, "cabac", false),
        fault(Line.CLOSED_GOP, "pictures", "IPBBPPPBBPIiPPPIPPPP"),
        fault(Line.CLOSED_GOP, "pictures", "IPBBPiPBBPIiPPPIPPPP"),
        fault(Line.CLOSED_GOP, "pictures", "PPBBPIPBBPIiPPPIPPPP"),
        fault(Line.CLOSED_GOP, "pictures", "IPBBPIPBBPIiPPPIPPP?"),
        fault(Line.AT_MOST_2_B_FRAMES, "pictures", "IPBBBIPBBPIiPPPIPPPP"),
        fault(Line.CONSTANT_RATE, "rates", List.of(Rational.of(10), Rational.of(5))),
        fault(Line.CONSTANT_RATE, "rates", List.of(new Rational(10_000, 1001))),
        fault(Line.FRAMES, "pictures", "IPBBPIPBBPIiPPPIPPP"),
        fault(Line.PICTURE_FROM_THE_START, "start", new BigDecimal("0.1")),
        fault(Line.UNDER_CEILING, "bits", 3_000_001L),
        fault(Line.AAC_LC, "soundCodec", "mp3"),
        fault(Line.AAC_LC, "soundProfile", "HE-AAC"),
        fault(Line.SAMPLE_RATE, "sampleRate", 44_100),
        fault(Line.STEREO, "channels", 1),
        fault(Line.WHOLE_AAC_FRAMES, "steps", List.of(1024L, 100L)),
        fault(Line.SOUND_LENGTH, "aacFrames", 94),
        fault(Line.SOUND_FROM_THE_START, "soundStart", new BigDecimal("0.02")));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void isMissedByAFileThatIsRightInAllElse(Line line, String field, Object value) {
    assertThat(Line.missedBy(rightBut(field, value), PLAN)).containsExactly(line);
  }

  @Test
  void isHeldByAFileThatIsRight() {
    assertThat(Line.missedBy(RIGHT, PLAN)).isEmpty();
  }

  @Test
  void hasATestEach() {
    assertThat(faults().map(fault -> fault.get()[0])).contains((Object[]) Line.values());
  }

  @Test
  void saysThatPictureOrSoundAreMissing() {
    var nothing = new Finished(RIGHT.container(), Optional.empty(), Optional.empty(), 0);
    var silent = new Finished(RIGHT.container(), RIGHT.picture(), Optional.empty(), 0);

    assertThat(Line.missedBy(nothing, PLAN)).containsExactly(Line.STREAMS);
    assertThat(Line.missedBy(silent, PLAN)).containsExactly(Line.STREAMS);
  }

  private static Arguments fault(Line line, String field, Object value) {
    return Arguments.of(line, field, value);
  }
}
