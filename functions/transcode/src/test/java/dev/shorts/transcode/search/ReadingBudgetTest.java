package dev.shorts.transcode.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadingBudgetTest {

  private static final long GB = 1L << 30;

  @Test
  void budgetIsThreeTimesTheSceneAnd256Megabytes() {
    var budget = new ReadingBudget(10);

    assertThat(budget.spend(20, GB)).isTrue();
    assertThat(budget.spend(20, GB)).isFalse();
    assertThat(budget.spend(12, GB)).isTrue();
    assertThat(budget.spend(1, GB)).isFalse();
  }

  @Test
  void smallSourceMayBeReadWhole() {
    assertThat(new ReadingBudget(10).spend(600, 1_000_000)).isTrue();
  }
}
