package dev.shorts.transcode.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TimingTest {

  private static final Rational TEN = Rational.of(10);

  @Test
  void countsTheFramesInWhichAPictureAppears() {
    var timing = timing("0.9", "1.0", "1.1", "1.12", "1.5", "1.61", "2.0");

    assertThat(timing.differentIn(BigDecimal.ONE, TEN, 10)).isEqualTo(4);
    assertThat(timing.differentIn(BigDecimal.ONE, TEN, 6)).isEqualTo(3);
  }

  @Test
  void bearsOutNoRateThatLeavesGaps() {
    var from = BigDecimal.ONE;
    var to = BigDecimal.TWO;

    assertThat(timing("1.0", "1.1", "1.2", "1.3").confirms(TEN, from, to)).isTrue();
    assertThat(timing("1.0", "1.1", "1.3", "1.4").confirms(TEN, from, to)).isFalse();
    assertThat(timing("1.0", "1.9").confirms(TEN, from, to)).isFalse();
    assertThat(timing("1.5").confirms(TEN, from, to)).isTrue();
    assertThat(timing().confirms(TEN, from, to)).isTrue();
  }

  @Test
  void speaksAgainstNoRateWherePicturesMayHaveBeenLost() {
    var timing = new Timing(timing("1.0", "1.1", "1.9").frames(), false);

    assertThat(timing.confirms(TEN, BigDecimal.ONE, BigDecimal.TWO)).isTrue();
  }

  private static Timing timing(String... times) {
    return new Timing(Arrays.stream(times).map(BigDecimal::new).toList(), true);
  }
}
