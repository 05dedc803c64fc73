package dev.shorts.transcode.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunUpTest {

  private static final long SECOND = 1_000_000_000;

  @Test
  void seekTargetIsOnTheContainersClock() {
    assertThat(RunUp.SECOND.seek(11 * SECOND, SECOND)).contains(10 * SECOND);
    assertThat(RunUp.SECOND.seek(2 * SECOND, SECOND)).isEmpty();
    assertThat(RunUp.WHOLE.seek(100 * SECOND, SECOND)).isEmpty();
  }

  @Test
  void secondsReadBeforeTheSceneAreBounded() {
    assertThat(RunUp.BROADCAST.before(100 * SECOND, 0)).isEqualTo(12);
    assertThat(RunUp.BROADCAST.before(5 * SECOND, SECOND)).isEqualTo(4);
    assertThat(RunUp.WHOLE.before(100 * SECOND, 0)).isEqualTo(100);
  }
}
