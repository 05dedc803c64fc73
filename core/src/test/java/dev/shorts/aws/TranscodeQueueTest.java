package dev.shorts.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.shorts.export.ExportId;
import org.junit.jupiter.api.Test;

class TranscodeQueueTest {

  private final ExportId id = ExportId.parse(CannedRow.EXPORT).orElseThrow();
  private final CannedQueue queue = new CannedQueue();

  @Test
  void sendsTheIdAndNothingElse() throws TranscodeQueue.UnavailableException {
    queue.transcodeQueue().send(id);

    assertThat(queue.sent())
        .containsExactly("{\"export_id\":\"550e8400-e29b-41d4-a716-446655440000\"}");
  }

  @Test
  void saysThatTheQueueDidNotTakeIt() {
    var down = queue.down().transcodeQueue();

    assertThatExceptionOfType(TranscodeQueue.UnavailableException.class)
        .isThrownBy(() -> down.send(id));
  }
}
