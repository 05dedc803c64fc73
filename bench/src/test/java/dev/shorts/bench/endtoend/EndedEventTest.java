package dev.shorts.bench.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndedEventTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private static final List<String> LOG =
      List.of(
          "{\"event\":\"claimed\",\"export_id\":\"e1\"}",
          """
          {"time":"2026-01-01T12:00:10Z","event":"ended","export_id":"e1","outcome":"COMPLETED","claim_s":0.5,
           "probe_s":0.5,"encode_s":7,"prove_s":0.25,"upload_s":0.5,"finish_s":0.25,"read_s":2}\
          """,
          """
          {"time":"2026-01-01T12:00:10Z","event":"ended","export_id":"e2","outcome":"FAILED"}\
          """);

  @Test
  void whatTheTranscoderDidNotTakeWentIntoTheRequestAndTheQueue() throws IOException {
    var run = EndedEvent.of("e1", LOG).orElseThrow().from(NOON, NOON.plusMillis(400));

    assertThat(run.seconds()).isEqualTo(10, within(1e-9));
    assertThat(run.parts())
        .containsEntry("create", 0.4)
        .containsEntry("encode", 7.0)
        .containsEntry("read", 2.0);
    assertThat(run.parts().get("queue")).isEqualTo(0.6, within(1e-9));
  }

  @Test
  void aMessageThatIsTakenBeforeItsSenderHasAnsweredWaitsForNothing() throws IOException {
    var run = EndedEvent.of("e1", LOG).orElseThrow().from(NOON, NOON.plusSeconds(3));

    assertThat(run.parts()).containsEntry("create", 1.0).containsEntry("queue", 0.0);
  }

  @Test
  void onlyAShortIsMeasured() throws IOException {
    assertThat(EndedEvent.of("e3", LOG)).isEmpty();
    var failed = EndedEvent.of("e2", LOG).orElseThrow();
    assertThatIllegalStateException().isThrownBy(() -> failed.from(NOON, NOON));
  }
}
