package dev.shorts.transcode.verify;

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
class ContractCheckTest {

  static Stream<Arguments> faults() {
    return Stream.of(
        fault(ContractCheck.STREAMS, "streams", 3),
        fault(ContractCheck.MP4, "brand", "qt  "),
        fault(ContractCheck.MOOV_BEFORE_MDAT, "moovFirst", false),
        fault(ContractCheck.NO_EDIT_LIST, "editList", true),
        fault(ContractCheck.AT_MOST_180_SECONDS, "length", new BigDecimal("180.001")),
        fault(ContractCheck.AT_MOST_180_SECONDS, "movieLength", new BigDecimal("180.001")),
        fault(ContractCheck.NO_METADATA, "tags", Map.of("location", "+52.5+013.4/")),
        fault(ContractCheck.NO_METADATA, "tags", Map.of("handler_name", "Core Media Video")),
        fault(ContractCheck.NO_CHAPTERS, "chapters", 1),
        fault(ContractCheck.SIZE, "width", 1078),
        fault(ContractCheck.SIZE, "height", 1080),
        fault(ContractCheck.SQUARE_PIXELS, "pixelAspect", "64:45"),
        fault(ContractCheck.SQUARE_PIXELS, "pixelAspect", "unknown"),
        fault(ContractCheck.UPRIGHT, "upright", false),
        fault(ContractCheck.EIGHT_BIT_420, "pixelFormat", "yuv422p"),
        fault(ContractCheck.PROGRESSIVE, "fieldOrder", "tt"),
        fault(ContractCheck.BT709, "colours", List.of("bt709", "arib-std-b67", "bt709")),
        fault(ContractCheck.LIMITED_RANGE, "range", "pc"),
        fault(ContractCheck.NO_SIDE_DATA, "sideData", List.of("Ambient viewing environment")),
        fault(ContractCheck.H264_HIGH, "codec", "hevc"),
        fault(ContractCheck.H264_HIGH, "profile", "Constrained Baseline"),
        fault(ContractCheck.CABAC, "cabac", false),
        fault(ContractCheck.CLOSED_GOP, "pictures", "IPBBPPPBBPIiPPPIPPPP"),
        fault(ContractCheck.CLOSED_GOP, "pictures", "IPBBPiPBBPIiPPPIPPPP"),
        fault(ContractCheck.CLOSED_GOP, "pictures", "PPBBPIPBBPIiPPPIPPPP"),
        fault(ContractCheck.CLOSED_GOP, "pictures", "IPBBPIPBBPIiPPPIPPP?"),
        fault(ContractCheck.AT_MOST_2_B_FRAMES, "pictures", "IPBBBIPBBPIiPPPIPPPP"),
        fault(ContractCheck.CONSTANT_RATE, "rates", List.of(Rational.of(10), Rational.of(5))),
        fault(ContractCheck.CONSTANT_RATE, "rates", List.of(new Rational(10_000, 1001))),
        fault(ContractCheck.FRAMES, "pictures", "IPBBPIPBBPIiPPPIPPP"),
        fault(ContractCheck.PICTURE_FROM_THE_START, "start", new BigDecimal("0.1")),
        fault(ContractCheck.UNDER_CEILING, "bits", 3_000_001L),
        fault(ContractCheck.AAC_LC, "soundCodec", "mp3"),
        fault(ContractCheck.AAC_LC, "soundProfile", "HE-AAC"),
        fault(ContractCheck.SAMPLE_RATE, "sampleRate", 44_100),
        fault(ContractCheck.STEREO, "channels", 1),
        fault(ContractCheck.WHOLE_AAC_FRAMES, "steps", List.of(1024L, 100L)),
        fault(ContractCheck.SOUND_LENGTH, "aacFrames", 94),
        fault(ContractCheck.SOUND_FROM_THE_START, "soundStart", new BigDecimal("0.02")));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void isMissedByAFileThatIsRightInAllElse(ContractCheck line, String field, Object value) {
    assertThat(ContractCheck.missedBy(rightBut(field, value), PLAN)).containsExactly(line);
  }

  @Test
  void isHeldByAFileThatIsRight() {
    assertThat(ContractCheck.missedBy(RIGHT, PLAN)).isEmpty();
  }

  @Test
  void hasATestEach() {
    assertThat(faults().map(fault -> fault.get()[0])).contains((Object[]) ContractCheck.values());
  }

  @Test
  void saysThatPictureOrSoundAreMissing() {
    var nothing = new ShortProperties(RIGHT.container(), Optional.empty(), Optional.empty(), 0);
    var silent = new ShortProperties(RIGHT.container(), RIGHT.picture(), Optional.empty(), 0);

    assertThat(ContractCheck.missedBy(nothing, PLAN)).containsExactly(ContractCheck.STREAMS);
    assertThat(ContractCheck.missedBy(silent, PLAN)).containsExactly(ContractCheck.STREAMS);
  }

  private static Arguments fault(ContractCheck line, String field, Object value) {
    return Arguments.of(line, field, value);
  }
}
