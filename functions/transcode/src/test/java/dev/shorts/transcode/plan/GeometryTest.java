package dev.shorts.transcode.plan;

import static dev.shorts.export.Strategy.CENTER_CROP;
import static dev.shorts.export.Strategy.LETTERBOX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.shorts.export.Strategy;
import dev.shorts.transcode.colour.ColourConversion;
import dev.shorts.transcode.probe.FrameSize;
import dev.shorts.transcode.probe.Rational;
import dev.shorts.transcode.probe.Rotation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeometryTest {

  /** Each row: the source; what is cut before scaling, the size after it, what is cut then. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1920 | 1080 | 1/1   | NONE | 608:1080:656:0    | 1080:1920 | 0:0
          1280 |  720 | 1/1   | NONE | 408:720:436:0     | 1088:1920 | 4:0
          3840 | 2160 | 1/1   | COUNTERCLOCKWISE | 2160:3840:0:0     | 1080:1920 | 0:0
          1280 |  720 | 1/1   | CLOCKWISE | 720:1280:0:0      | 1080:1920 | 0:0
          1080 | 1920 | 1/1   | NONE | 1080:1920:0:0     | 1080:1920 | 0:0
          1080 | 2400 | 1/1   | NONE | 1080:1920:0:240   | 1080:1920 | 0:0
          1000 | 1000 | 1/1   | NONE | 564:1000:218:0    | 1082:1920 | 2:0
           720 |  576 | 16/15 | NONE | 304:576:208:0     | 1080:1920 | 0:0
           800 |  640 | 64/45 | NONE | 256:640:272:0     | 1092:1920 | 6:0
           161 |  121 | 1/1   | NONE | 70:121:46:0       | 1110:1920 | 8:0
            16 |   16 | 1/1   | NONE | 12:16:2:0         | 1440:1920 | 180:0
             1 | 8192 | 1/1   | NONE | 1:4:0:4094        | 1080:4320 | 0:1200
          8192 |    1 | 1/1   | NONE | 4:1:4094:0        | 7680:1920 | 3300:0
          """)
  void centerCropKeepsTheMiddle(
      int width,
      int height,
      String aspect,
      Rotation rotation,
      String crop,
      String scaled,
      String cut) {
    assertThat(filters(width, height, aspect, rotation, CENTER_CROP))
        .isEqualTo(
            "crop=%s:exact=1,scale=%s:flags=bicubic+accurate_rnd+full_chroma_int+full_chroma_inp:in:out,crop=1080:1920:%s"
                .formatted(crop, scaled, cut));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1920 | 1080 | 1/1   | NONE | 1080:608  | 0:656
          1280 |  720 | 1/1   | COUNTERCLOCKWISE | 1080:1920 | 0:0
          1000 | 1000 | 1/1   | NONE | 1080:1080 | 0:420
          1080 | 2400 | 1/1   | NONE | 864:1920  | 108:0
           720 |  576 | 16/15 | NONE | 1080:810  | 0:556
           161 |  121 | 1/1   | NONE | 1080:812  | 0:554
             1 | 8192 | 1/1   | NONE | 2:1920    | 540:0
          8192 |    1 | 1/1   | NONE | 1080:2    | 0:960
          """)
  void letterboxKeepsTheWholeFrameOnBlack(
      int width, int height, String aspect, Rotation rotation, String scaled, String at) {
    assertThat(filters(width, height, aspect, rotation, LETTERBOX))
        .isEqualTo(
            "scale=%s:flags=bicubic+accurate_rnd+full_chroma_int+full_chroma_inp:in:out,pad=1080:1920:%s:black"
                .formatted(scaled, at));
  }

  @ParameterizedTest
  @CsvSource({
    "1920, 1080, CENTER_CROP, true",
    "3840, 2160, CENTER_CROP, false",
    "1920, 1080, LETTERBOX, false",
    " 640,  360, LETTERBOX, true"
  })
  void theLutIsAppliedAtTheSmallerOfTheTwoSizes(
      int width, int height, Strategy strategy, boolean before) {
    var table = new ColourConversion("in", true, "out");
    var pixels = Rational.of(1);
    var filters = Geometry.of(new FrameSize(width, height, pixels, Rotation.NONE));

    assertThat(filters.filters(strategy, table))
        .containsPattern(
            before
                ? "scale=flags=[a-z_+]+:in:.*,lut3d=.*,scale=[\\d:]+:flags=[a-z_+]+:out,"
                : "scale=[\\d:]+:flags=[a-z_+]+:in:.*,lut3d=.*,scale=out,");
  }

  @Test
  void smartCropIsRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> filters(1, 1, "1/1", Rotation.NONE, Strategy.SMART_CROP));
  }

  private static String filters(
      int width, int height, String aspect, Rotation rotation, Strategy strategy) {
    var pixels = Rational.parse(aspect).orElseThrow();
    return Geometry.of(new FrameSize(width, height, pixels, rotation))
        .filters(strategy, new ColourConversion("in", false, "out"));
  }
}
