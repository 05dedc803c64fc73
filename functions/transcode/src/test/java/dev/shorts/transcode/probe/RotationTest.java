package dev.shorts.transcode.probe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RotationTest {

  @ParameterizedTest
  @CsvSource({
    "65536, 0, 0, 65536, NONE",
    "-65536, 0, 0, 65536, MIRRORED",
    "65536, 0, 0, -65536, FLIPPED",
    "-65536, 0, 0, -65536, ROTATED_180",
    "0, 65536, 65536, 0, TRANSPOSED",
    "0, 65536, -65536, 0, CLOCKWISE",
    "0, -65536, 65536, 0, COUNTERCLOCKWISE",
    "0, -65536, -65536, 0, TRANSPOSED_180"
  })
  void everyRotationAndMirroringIsRead(int a, int b, int c, int d, Rotation rotation) {
    assertThat(Rotation.of(matrix(a, b, c, d))).isEqualTo(rotation);
  }

  @ParameterizedTest
  @CsvSource({
    "63303, 16962, -16962, 63303, NONE",
    "16962, 63303, -63303, 16962, CLOCKWISE",
    "131072, 0, 0, 131072, NONE",
    "0, 0, 0, 0, NONE",
    "-2147483648, 2147483647, 0, 0, MIRRORED"
  })
  void anglesAreRoundedToTheNearestRightAngle(int a, int b, int c, int d, Rotation rotation) {
    assertThat(Rotation.of(matrix(a, b, c, d))).isEqualTo(rotation);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "unknown", "00000000: 1 2", "00000000: a b c\n00000001: d e f\n"})
  void textThatIsNoMatrixMeansNoRotation(String text) {
    assertThat(Rotation.of(text)).isEqualTo(Rotation.NONE);
  }

  /** As ffprobe prints it. */
  private static String matrix(int a, int b, int c, int d) {
    var row = "%08d: %12d %11d %11d\n";
    return "\n"
        + row.formatted(0, a, b, 0)
        + row.formatted(1, c, d, 0)
        + row.formatted(2, 0, 0, 1 << 30);
  }
}
