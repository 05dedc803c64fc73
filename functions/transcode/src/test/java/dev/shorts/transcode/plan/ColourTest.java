package dev.shorts.transcode.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColourTest {

  private static final String TO_BT709 = "out_color_matrix=bt709:out_range=tv,format=yuv420p";

  @ParameterizedTest
  @CsvSource({
    "tv, bt709,     bt709,     bt709,     1920, 1080, bt709",
    "pc, bt470bg,   smpte170m, bt470bg,   3840, 2160, bt470bg",
    "tv, smpte170m, smpte170m, smpte170m,  720,  480, smpte170m",
    "tv, unknown,   unknown,   unknown,   1280,  720, bt709",
    "tv, unknown,   unknown,   unknown,    720,  576, smpte170m",
    "tv, unknown,   unknown,   unknown,    720, 1280, bt709",
    "tv, gbr,       unknown,   unknown,    640,  480, smpte170m",
    "tv, bt2020nc,  bt709,     unknown,   1920, 1080, bt2020"
  })
  void convertsTheMatrixAndGuessesAMissingOneBySize(
      String range,
      String matrix,
      String transfer,
      String primaries,
      int width,
      int height,
      String in) {
    assertThat(new Colour(range, matrix, transfer, primaries, 0).conversion(width, height))
        .isEqualTo(":in_color_matrix=%s:%s".formatted(in, TO_BT709));
  }

  @ParameterizedTest
  @CsvSource({
    "bt2020nc, smpte2084, bt2020,   4000, :in_color_matrix=bt2020:in_primaries=bt2020",
    "bt2020nc, bt2020-10, bt2020,      0, :in_color_matrix=bt2020:in_primaries=bt2020",
    "unknown,  smpte2084, unknown, 10000, :in_color_matrix=bt2020:in_primaries=bt2020",
    "bt709,    smpte2084, smpte432,    0, :in_color_matrix=bt709",
    "bt709,    arib-std-b67, bt709,    0, :in_color_matrix=bt709"
  })
  void mapsWhatBt709CantShow(
      String matrix, String transfer, String primaries, int peak, String from) {
    assertThat(new Colour("tv", matrix, transfer, primaries, peak).conversion(1920, 1080))
        .isEqualTo(from + ":out_primaries=bt709:out_transfer=bt709:intent=perceptual:" + TO_BT709);
  }

  @ParameterizedTest
  @CsvSource({
    "bt2020nc, arib-std-b67, bt2020,     0, hlg",
    "unknown,  arib-std-b67, unknown,    0, hlg",
    "bt2020nc, smpte2084,    bt2020,     0, pq",
    "bt2020nc, smpte2084,    unknown, 1000, pq"
  })
  void looksUsualHdrUpInATable(
      String matrix, String transfer, String primaries, int peak, String table) {
    assertThat(new Colour("tv", matrix, transfer, primaries, peak).conversion(1920, 1080))
        .isEqualTo(
            ":in_color_matrix=bt2020,format=gbrp10,lut3d=file=%s.cube,scale=%s"
                .formatted(table, TO_BT709));
  }
}
