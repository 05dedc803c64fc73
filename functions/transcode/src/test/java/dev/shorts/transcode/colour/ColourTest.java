package dev.shorts.transcode.colour;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
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
  void matrixIsConvertedAndGuessedBySizeIfMissing(
      String range,
      String matrix,
      String transfer,
      String primaries,
      int width,
      int height,
      String in) {
    assertThat(new Colour(range, matrix, transfer, primaries, 0, false).conversion(width, height))
        .isEqualTo(new ColourConversion("in_color_matrix=" + in, false, TO_BT709));
  }

  @ParameterizedTest
  @CsvSource({
    "arib-std-b67, bt2020,      0, HLG, BT2020,  1000",
    "arib-std-b67, unknown,  4000, HLG, BT2020,  1000",
    "smpte2084,    bt2020,      0, PQ,  BT2020,  1000",
    "smpte2084,    unknown,   100, PQ,  BT2020,   203",
    "smpte2084,    smpte432, 4000, PQ,  P3,      4000",
    "smpte2084,    bt709,   99999, PQ,  BT709,  10000",
    "bt2020-10,    bt2020,      0, SDR, BT2020,   203",
    "bt709,        smpte432,    0, SDR, P3,       203"
  })
  void looksUpWhatBt709CantShow(
      String transfer,
      String primaries,
      int peak,
      TransferFunction light,
      Gamut gamut,
      int brightest) {
    var colour = new Colour("tv", "unknown", transfer, primaries, peak, false);

    assertThat(colour.lut()).contains(new ColourLut(light, gamut, brightest));
    var matrix = gamut == Gamut.BT2020 ? "bt2020" : "bt709";
    assertThat(colour.conversion(1920, 1080))
        .isEqualTo(new ColourConversion("in_color_matrix=" + matrix, true, TO_BT709));
  }

  @Test
  void limitedGreyIsOnlyRelabelled() {
    var grey = new Colour("tv", "unknown", "unknown", "unknown", 0, true);
    var fullGrey = new Colour("pc", "unknown", "unknown", "unknown", 0, true);

    assertThat(grey.conversion(1920, 1080).to())
        .isEqualTo(
            "in_range=pc:out_color_matrix=bt709:out_range=pc,format=yuv420p,setparams=range=tv");
    assertThat(fullGrey.conversion(1920, 1080).to()).isEqualTo(TO_BT709);
  }
}
