package dev.shorts.transcode.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CpuBudgetTest {

  @Test
  void cpuShareGrowsWithMemory() {
    assertThat(CpuBudget.of(1769, 2)).isEqualTo(new CpuBudget(2, 1));
    assertThat(CpuBudget.of(3538, 3)).isEqualTo(new CpuBudget(3, 2));
  }

  @Test
  void cpuShareIsLimitedByTheThreads() {
    assertThat(CpuBudget.of(10_240, 2)).isEqualTo(new CpuBudget(2, 2));
  }
}
