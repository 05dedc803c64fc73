package dev.shorts.transcode.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CutTest {

  @Test
  void readsFromTheStartWhereTheSceneIsNearIt() {
    assertThat(cut("0.5", false)).isEqualTo(cut(Optional.empty(), "0.5", "12.5"));
    assertThat(cut("0", false)).isEqualTo(cut(Optional.empty(), "0", "12"));
    assertThat(cut("9.5", true)).isEqualTo(cut(Optional.empty(), "9.5", "21.5"));
  }

  @Test
  void seeksToASecondBeforeTheScene() {
    assertThat(cut("12.512500", false)).isEqualTo(cut(Optional.of("11.512"), "1.0005", "13.001"));
  }

  @Test
  void seeksFurtherBackWhereItCanLandAnywhere() {
    assertThat(cut("60", true)).isEqualTo(cut(Optional.of("48"), "12", "24"));
  }

  private static Cut cut(String first, boolean seeksByGuessing) {
    return Cut.at(new BigDecimal(first), BigDecimal.TEN, seeksByGuessing);
  }

  private static Cut cut(Optional<String> seek, String offset, String length) {
    return new Cut(seek.map(BigDecimal::new), new BigDecimal(offset), new BigDecimal(length));
  }
}
