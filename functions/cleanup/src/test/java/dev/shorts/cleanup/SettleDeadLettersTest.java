package dev.shorts.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.aws.CannedDatabase;
import dev.shorts.aws.CannedDatabase.Asked;
import dev.shorts.aws.CannedQueue;
import dev.shorts.aws.CannedRow;
import dev.shorts.cleanup.SweepExports.Report;
import dev.shorts.log.LogLines;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the sweep of messages in the dead-letter queue. */
class SettleDeadLettersTest {

  private final CannedDatabase database = new CannedDatabase();
  private final CannedQueue queue = new CannedQueue();
  private final CannedQueue deadLetters = new CannedQueue();
  private final LogLines log = new LogLines();

  @Test
  void settlesDeadLettersEachByItsExport() {
    IntStream.rangeClosed(1, 4).forEach(number -> deadLetters.put(message(number)));
    database
        .answers(CannedRow.of("outcome", "requeue", "attempt", 1))
        .answers(CannedRow.of("outcome", "failed", "reason", "GAVE_UP_TIME", "attempt", 2))
        .answers(CannedRow.of("outcome", "held"))
        .answers(CannedRow.of("outcome", "nothing_to_do"))
        .answers();

    assertThat(sweep()).isEqualTo(new Report(2, 1));
    assertThat(queue.sent()).containsExactly(message(1), message(3));
    assertThat(deadLetters.deleted())
        .containsExactly(message(1), message(2), message(3), message(4));
    assertThat(database.asked().getFirst())
        .isEqualTo(new Asked("settle_dead_letter", Map.of("export_id", id(1), "max_attempts", 3L)));
    assertThat(log.events())
        .containsExactly("queued again", "given up", "queued again", "dead letter");
    assertThat(log.lines().get(1))
        .containsEntry("export_id", id(2))
        .containsEntry("attempt", 2)
        .containsEntry("reason", "GAVE_UP_TIME")
        .containsEntry("by", "dead letter");
    assertThat(log.metrics())
        .containsExactly(
            "ExportsRequeued 1 Count",
            "ExportsFailed 1 Count by Reason=GAVE_UP_TIME",
            "ExportsPastDeadline 1 Count",
            "ExportsRequeued 1 Count");
  }

  @Test
  void emptiesTheDeadLetterQueueTenByTen() {
    IntStream.rangeClosed(1, 11).forEach(number -> deadLetters.put("{}"));
    database.answers();

    sweep();

    assertThat(deadLetters.deleted()).hasSize(11);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "{",
        "[]",
        "null",
        "{}",
        "{\"export_id\": 1}",
        "{\"export_id\": null}"
      })
  void deletesDeadLettersThatAreNoneOfOurs(String body) {
    deadLetters.put(body);
    database.answers();

    assertThat(sweep()).isEqualTo(new Report(0, 0));
    assertThat(deadLetters.deleted()).containsExactly(body);
  }

  @Test
  void keepsADeadLetterThatCannotBeQueuedAgain() {
    deadLetters.put(message(1)).put(message(2));
    queue.down();
    database
        .answers(CannedRow.of("outcome", "requeue", "attempt", 1))
        .answers(CannedRow.of("outcome", "failed", "reason", "GAVE_UP_TIME", "attempt", 2))
        .answers();

    assertThat(sweep()).isEqualTo(new Report(0, 1));
    assertThat(deadLetters.deleted()).containsExactly(message(2));
  }

  private Report sweep() {
    return new SweepExports(
            new CleanupRepository(database.api()),
            queue.transcodeQueue(),
            new QueueDepth(queue, CannedQueue.URL),
            new DeadLetters(deadLetters, CannedQueue.URL),
            Duration.ofMinutes(5))
        .sweep(() -> true, log.log());
  }

  private static String message(int number) {
    return "{\"export_id\":\"%s\"}".formatted(id(number));
  }

  private static String id(int number) {
    return new UUID(0, number).toString();
  }
}
