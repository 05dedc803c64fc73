package dev.shorts.bench.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcFileTest {

  @Test
  void cpuIsThatOfUserAndKernelWhateverTheProgramIsCalled() {
    var stat = "42 (a (b) 9) S 1 42 42 0 -1 4194560 20800 0 5 0 123 45 7 8 20 0 14 0 99";

    assertThat(new ProcFile(stat).cpu()).isEqualTo(Duration.ofMillis(1680));
  }

  @Test
  void peakMemoryIsInMegabytes() {
    var status = "Name:\tjava\nVmHWM:\t  204800 kB\nVmRSS:\t   1024 kB\n";

    assertThat(new ProcFile(status).peakMemory()).isEqualTo(200);
  }
}
