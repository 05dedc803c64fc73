package dev.shorts.transcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepTimerTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private final Iterator<Integer> seconds = List.of(0, 2, 5, 11).iterator();
  private final StepTimer timer = new StepTimer(() -> NOON.plusSeconds(seconds.next()));

  @Test
  void eachStepStartsWhenThePreviousOneEnds() {
    timer.end("claim");
    timer.end("probe");
    timer.record("read", Duration.ofMillis(1500));
    timer.end("encode");

    assertThat(timer.start()).isEqualTo(NOON);
    assertThat(timer.fields())
        .containsExactly(
            entry("claim_s", 2.0),
            entry("probe_s", 3.0),
            entry("read_s", 1.5),
            entry("encode_s", 6.0));
    assertThat(timer.seconds()).isEqualTo(11);
  }

  @Test
  void durationsOfARepeatedStepAreAdded() {
    timer.add("probe");
    timer.end("encode");
    timer.add("probe");

    assertThat(timer.fields()).containsExactly(entry("probe_s", 8.0), entry("encode_s", 3.0));
  }
}
