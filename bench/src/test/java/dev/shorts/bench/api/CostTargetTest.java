package dev.shorts.bench.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.bench.report.MedianRange;
import java.util.List;
import org.junit.jupiter.api.Test;

class CostTargetTest {

  private final CostTarget target = new CostTarget(1.25);

  @Test
  void eachRoundIsComparedWithItself() {
    var ratios = MedianRange.ratios(List.of(110.0, 240.0, 130.0), List.of(100.0, 200.0, 100.0));

    assertThat(target.verdict(ratios)).isEqualTo("1.20 (1.10–1.30) x, target 1.25 x: met");
  }

  @Test
  void theMedianDecides() {
    var ratios = MedianRange.ratios(List.of(126.0, 126.0, 100.0), List.of(100.0, 100.0, 100.0));

    assertThat(target.verdict(ratios)).endsWith("MISSED");
  }
}
