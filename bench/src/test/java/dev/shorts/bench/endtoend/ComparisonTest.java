package dev.shorts.bench.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.shorts.bench.Spread;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  @Test
  void comparesWhatWasMeasuredInTheSameTurn() {
    var comparison = new Comparison(runs(10, 20), runs(12, 22));

    assertThat(comparison.ratio()).isEqualTo(new Spread(1.15, 1.1, 1.2));
    assertThat(comparison.beyond(1.1).median()).isEqualTo(0.5, within(1e-9));
  }

  private static List<Run> runs(double first, double second) {
    return List.of(new Run(first, Map.of()), new Run(second, Map.of()));
  }
}
