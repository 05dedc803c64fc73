package dev.shorts.transcode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CoresTest {

  @Test
  void memoryBuysAShareOfWhatRuns() {
    assertThat(Cores.of(1769, 2)).isEqualTo(new Cores(2, 1));
    assertThat(Cores.of(3538, 3)).isEqualTo(new Cores(3, 2));
  }

  @Test
  void aMachineWithFewerCoresHasNoMore() {
    assertThat(Cores.of(10_240, 2)).isEqualTo(new Cores(2, 2));
  }
}
