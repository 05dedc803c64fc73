package dev.shorts.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MedianRangeTest {

  @Test
  void isTheMedianBetweenTheLeastAndTheMost() {
    assertThat(MedianRange.of(List.of(3.0, 1.0, 2.5))).isEqualTo(new MedianRange(2.5, 1, 3));
    assertThat(MedianRange.of(List.of(4.0, 2.0))).isEqualTo(new MedianRange(3, 2, 4));
    assertThat(MedianRange.of(List.of(12.345, 1.0, 200.0))).hasToString("12.3 (1.00–200.0)");
  }

  @Test
  void aQuantileLiesBetweenTwoMeasurements() {
    double[] sorted = {0, 10, 20, 30, 40};

    assertThat(MedianRange.quantile(sorted, 0)).isEqualTo(0);
    assertThat(MedianRange.quantile(sorted, 0.05)).isEqualTo(2);
    assertThat(MedianRange.quantile(sorted, 1)).isEqualTo(40);
  }

  @Test
  void nothingHasNoMedian() {
    assertThatThrownBy(() -> MedianRange.of(List.of())).hasMessage("nothing was measured");
  }
}
