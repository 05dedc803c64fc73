package dev.shorts.transcode.colour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColourLutTest {

  private static final ColourLut HLG = new ColourLut(TransferFunction.HLG, Gamut.BT2020, 1000);
  private static final ColourLut PQ = new ColourLut(TransferFunction.PQ, Gamut.BT2020, 1000);
  private static final ColourLut WIDE = new ColourLut(TransferFunction.SDR, Gamut.BT2020, 203);

  /** White paper, 203 cd/m2, is 75 % of HLG and 58 % of PQ (ITU-R BT.2408, table 1). */
  @ParameterizedTest
  @CsvSource({
    "HLG, 0.00, 0.00",
    "HLG, 0.38, 0.42",
    "HLG, 0.75, 0.82",
    "HLG, 1.00, 1.00",
    "PQ,  0.00, 0.00",
    "PQ,  0.38, 0.42",
    "PQ,  0.58, 0.82",
    "PQ,  0.75, 1.00",
    "PQ,  1.00, 1.00"
  })
  void greyStaysNeutralAndDiffuseWhiteLeavesHeadroom(
      TransferFunction transfer, double from, double to) {
    var rgb = new ColourLut(transfer, Gamut.BT2020, 1000).bt709(from, from, from);

    assertThat(rgb[0]).isCloseTo(to, within(0.01));
    assertThat(rgb[1]).isCloseTo(rgb[0], within(1e-4));
    assertThat(rgb[2]).isCloseTo(rgb[0], within(1e-4));
  }

  @Test
  void lutIsMonotonicInGrey() {
    for (var table : List.of(HLG, PQ, WIDE)) {
      for (double signal = 0.01; signal <= 1; signal += 0.01) {
        double before = table.bt709(signal - 0.01, signal - 0.01, signal - 0.01)[1];
        assertThat(table.bt709(signal, signal, signal)[1]).isGreaterThanOrEqualTo(before);
      }
    }
  }

  /** BT.709's red of 75 % is light of 0.5635, and that times (0.627, 0.069, 0.016) in BT.2020. */
  @Test
  void givesAColourThatBt709HasExactly() {
    var rgb =
        WIDE.bt709(
            TransferFunction.SDR.signal(0.627404 * 0.5635),
            TransferFunction.SDR.signal(0.069097 * 0.5635),
            TransferFunction.SDR.signal(0.016391 * 0.5635));

    assertThat(rgb[0]).isCloseTo(0.75, within(0.002));
    assertThat(rgb[1]).isCloseTo(0, within(0.002));
    assertThat(rgb[2]).isCloseTo(0, within(0.002));
  }

  @Test
  void takesTheSaturationOfWhatBt709HasNotAndKeepsItsHue() {
    var green = HLG.bt709(0, 0.5, 0);

    assertThat(green[1]).isGreaterThan(green[0]).isGreaterThan(green[2]).isLessThanOrEqualTo(1);
    assertThat(green[0]).isGreaterThanOrEqualTo(0);
    assertThat(green[2]).isGreaterThanOrEqualTo(0);
  }

  @Test
  void isACubeOf65StepsInWhichRedChangesFastest() {
    var lines = WIDE.text().lines().toList();

    assertThat(lines).hasSize(1 + 65 * 65 * 65).startsWith("LUT_3D_SIZE 65");
    assertThat(lines.get(1)).isEqualTo("0.00000 0.00000 0.00000");
    assertThat(lines.getLast()).isEqualTo("1.00000 1.00000 1.00000");
    assertThat(Double.parseDouble(lines.get(65).split(" ")[0])).isGreaterThan(0.9);
  }
}
