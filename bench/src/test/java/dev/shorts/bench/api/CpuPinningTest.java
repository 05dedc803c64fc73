package dev.shorts.bench.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CpuPinningTest {

  @Test
  void theLastOneIsForTheFunctionAndTheOthersForAllElse() {
    var cores = CpuPinning.parse("\t0-2,5\n");

    assertThat(cores.all()).containsExactly(0, 1, 2, 5);
    assertThat(cores.launcher()).containsExactly("taskset", "-c", "5");
    assertThat(cores.others()).containsExactly(0, 1, 2);
  }

  @Test
  void aSingleOneIsShared() {
    var cores = new CpuPinning(List.of(3));

    assertThat(cores.launcher()).containsExactly("taskset", "-c", "3");
    assertThat(cores.others()).containsExactly(3);
  }
}
