package dev.shorts.bench.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.shorts.bench.report.MedianRange;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimeComparisonTest {

  @Test
  void comparesWhatWasMeasuredInTheSameTurn() {
    var comparison = new TimeComparison(runs(10, 20), runs(12, 22));

    assertThat(comparison.ratio()).isEqualTo(new MedianRange(1.15, 1.1, 1.2));
    assertThat(comparison.beyond(1.1).median()).isEqualTo(0.5, within(1e-9));
  }

  private static List<ShortRun> runs(double first, double second) {
    return List.of(new ShortRun(first, Map.of()), new ShortRun(second, Map.of()));
  }
}
