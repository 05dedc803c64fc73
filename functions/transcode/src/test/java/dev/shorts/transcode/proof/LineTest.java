package dev.shorts.transcode.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.export.Quality;
import dev.shorts.transcode.plan.Cut;
import dev.shorts.transcode.plan.Plan;
import dev.shorts.transcode.plan.Rational;
import dev.shorts.transcode.plan.SoundPlan;
import dev.shorts.transcode.proof.Finished.Container;
import dev.shorts.transcode.proof.Finished.Picture;
import dev.shorts.transcode.proof.Finished.Sound;
import java.math.BigDecimal;
import java.util.HashMap;
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

  private static final Plan PLAN =
      new Plan(
          new Cut(Optional.empty(), BigDecimal.ZERO, BigDecimal.TEN),
          0,
          "null",
          Rational.of(10),
          20,
          1_000_000,
          Quality.HIGH,
          Optional.of(new SoundPlan(1, "anull", 93)),
          Optional.empty());

  private static final Map<String, Object> RIGHT =
      Map.ofEntries(
          Map.entry("format", "mov,mp4,m4a,3gp,3g2,mj2"),
          Map.entry("moovFirst", true),
          Map.entry("editList", false),
          Map.entry("streams", 2),
          Map.entry("chapters", 0),
          Map.entry("length", new BigDecimal("180.000")),
          Map.entry("tags", Map.of("language", "undund", "major_brand", "iso4")),
          Map.entry("codec", "h264"),
          Map.entry("profile", "High"),
          Map.entry("cabac", true),
          Map.entry("width", 1080),
          Map.entry("height", 1920),
          Map.entry("pixelAspect", "1:1"),
          Map.entry("upright", true),
          Map.entry("pixelFormat", "yuv420p"),
          Map.entry("fieldOrder", "progressive"),
          Map.entry("range", "tv"),
          Map.entry("colours", List.of("bt709", "bt709", "bt709")),
          Map.entry("sideData", List.of()),
          Map.entry("pictures", "IPBBPIPBBPIiPPPIPPPP"),
          Map.entry("rates", List.of(Rational.of(10))),
          Map.entry("start", new BigDecimal("0.0")),
          Map.entry("bits", 3_000_000L),
          Map.entry("soundCodec", "aac"),
          Map.entry("soundProfile", "LC"),
          Map.entry("sampleRate", 48_000),
          Map.entry("channels", 2),
          Map.entry("aacFrames", 93),
          Map.entry("steps", List.of(1024L)),
          Map.entry("soundStart", BigDecimal.ZERO));

  static Stream<Arguments> faults() {
    return Stream.of(
        fault(Line.STREAMS, "streams", 3),
        fault(Line.MP4, "format", "matroska,webm"),
        fault(Line.MOOV_BEFORE_MDAT, "moovFirst", false),
        fault(Line.NO_EDIT_LIST, "editList", true),
        fault(Line.AT_MOST_180_SECONDS, "length", new BigDecimal("180.001")),
        fault(Line.NO_METADATA, "tags", Map.of("location", "+52.5+013.4/")),
        fault(Line.NO_METADATA, "tags", Map.of("handler_name", "Core Media Video")),
        fault(Line.NO_CHAPTERS, "chapters", 1),
        fault(Line.SIZE, "width", 1078),
        fault(Line.SIZE, "height", 1080),
        fault(Line.SQUARE_PIXELS, "pixelAspect", "64:45"),
        fault(Line.SQUARE_PIXELS, "pixelAspect", "unknown"),
        fault(Line.UPRIGHT, "upright", false),
        fault(Line.EIGHT_BIT_420, "pixelFormat", "yuvj420p"),
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
    var file = new HashMap<>(RIGHT);
    file.put(field, value);

    assertThat(Line.missedBy(finished(file), PLAN)).containsExactly(line);
  }

  @Test
  void isHeldByAFileThatIsRight() {
    assertThat(Line.missedBy(finished(RIGHT), PLAN)).isEmpty();
  }

  @Test
  void hasATestEach() {
    assertThat(faults().map(fault -> fault.get()[0])).contains((Object[]) Line.values());
  }

  @Test
  void saysThatPictureOrSoundAreMissing() {
    var right = finished(RIGHT);
    var nothing = new Finished(right.container(), Optional.empty(), Optional.empty(), 0);
    var silent = new Finished(right.container(), right.picture(), Optional.empty(), 0);

    assertThat(Line.missedBy(nothing, PLAN)).containsExactly(Line.STREAMS);
    assertThat(Line.missedBy(silent, PLAN)).containsExactly(Line.STREAMS);
  }

  private static Arguments fault(Line line, String field, Object value) {
    return Arguments.of(line, field, value);
  }

  @SuppressWarnings("unchecked")
  private static Finished finished(Map<String, Object> file) {
    return new Finished(
        new Container(
            (String) file.get("format"),
            (boolean) file.get("moovFirst"),
            (boolean) file.get("editList"),
            (int) file.get("streams"),
            (int) file.get("chapters"),
            (BigDecimal) file.get("length"),
            (Map<String, String>) file.get("tags")),
        Optional.of(
            new Picture(
                (String) file.get("codec"),
                (String) file.get("profile"),
                (boolean) file.get("cabac"),
                (int) file.get("width"),
                (int) file.get("height"),
                (String) file.get("pixelAspect"),
                (boolean) file.get("upright"),
                (String) file.get("pixelFormat"),
                (String) file.get("fieldOrder"),
                (String) file.get("range"),
                (List<String>) file.get("colours"),
                (List<String>) file.get("sideData"),
                (String) file.get("pictures"),
                (List<Rational>) file.get("rates"),
                (BigDecimal) file.get("start"),
                (long) file.get("bits"))),
        Optional.of(
            new Sound(
                (String) file.get("soundCodec"),
                (String) file.get("soundProfile"),
                (int) file.get("sampleRate"),
                (int) file.get("channels"),
                (int) file.get("aacFrames"),
                (List<Long>) file.get("steps"),
                (BigDecimal) file.get("soundStart"))),
        1);
  }
}
