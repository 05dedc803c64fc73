package dev.shorts.bench.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.bench.Spread;
import java.util.List;
import org.junit.jupiter.api.Test;

class TargetTest {

  private final Target target = new Target(1.25);

  @Test
  void eachRoundIsComparedWithItself() {
    var ratios = Spread.ratios(List.of(110.0, 240.0, 130.0), List.of(100.0, 200.0, 100.0));

    assertThat(target.verdict(ratios)).isEqualTo("1.20 (1.10–1.30) x, target 1.25 x: met");
  }

  @Test
  void theMedianDecides() {
    var ratios = Spread.ratios(List.of(126.0, 126.0, 100.0), List.of(100.0, 100.0, 100.0));

    assertThat(target.verdict(ratios)).endsWith("MISSED");
  }
}
