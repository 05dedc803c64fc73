package dev.shorts.bench.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThreadDumpTest {

  @Test
  void addsUpWhatAllThreadsHaveAllocated() {
    var dump =
        """
        "main" #1 [7] prio=5 os_prio=0 cpu=812.00ms elapsed=1.00s allocated=120M defined_classes=9 tid=0x1 runnable
        "AwsEventLoop 1" #20 [9] daemon cpu=1.00ms elapsed=0.90s allocated=3K defined_classes=0 tid=0x2
        "idle" #21 [10] daemon cpu=1.00ms elapsed=0.90s allocated=0B defined_classes=0 tid=0x3
        "VM Thread" os_prio=0 cpu=9.00ms elapsed=1.00s tid=0x4 runnable
        """;

    assertThat(new ThreadDump(dump).allocated()).isEqualTo((120 << 20) + (3 << 10));
  }
}
