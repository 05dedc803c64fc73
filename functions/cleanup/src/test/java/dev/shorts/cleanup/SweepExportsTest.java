package dev.shorts.cleanup;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE;

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
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class SweepExportsTest {

  private final CannedDatabase database = new CannedDatabase();
  private final CannedQueue queue = new CannedQueue();
  private final CannedQueue deadLetters = new CannedQueue();
  private final LogLines log = new LogLines();

  @Test
  void findsNothingInEmptyQueues() {
    assertThat(sweepExports().hasMessages()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ApproximateNumberOfMessages",
        "ApproximateNumberOfMessagesDelayed",
        "ApproximateNumberOfMessagesNotVisible"
      })
  void findsMessagesInEitherQueueHoweverTheyWait(String attribute) {
    var name = QueueAttributeName.fromValue(attribute);
    queue.says(name, 1);
    assertThat(sweepExports().hasMessages()).isTrue();

    queue.says(name, 0);
    deadLetters.says(name, 1);
    assertThat(sweepExports().hasMessages()).isTrue();
  }

  @Test
  void queuesAgainWhatIsLostAndCountsWhatIsGivenUp() {
    database.answers(swept(1, "requeue"), swept(2, "failed"));

    assertThat(sweep(true)).isEqualTo(new Report(1, 1));
    assertThat(queue.sent()).containsExactly(message(1));
    assertThat(database.asked()).containsExactly(asked(true));
    assertThat(log.events()).containsExactly("queued again", "given up");
    assertThat(log.lines().getLast())
        .containsEntry("level", "WARN")
        .containsEntry("export_id", id(2))
        .containsEntry("attempt", 3)
        .containsEntry("reason", "GAVE_UP_TRIES")
        .containsEntry("by", "sweep");
    assertThat(log.metrics())
        .containsExactly(
            "ExportsRequeued 1 Count", "ExportsFailed 1 Count by Reason=GAVE_UP_TRIES");
  }

  @Test
  void trustsThatWhatWaitsInTheQueueWillBeMade() {
    queue.says(APPROXIMATE_NUMBER_OF_MESSAGES, 1);
    database.answers();

    assertThat(sweep(true)).isEqualTo(new Report(0, 0));
    assertThat(database.asked()).containsExactly(asked(false));
  }

  @Test
  void doesNotTakeWhatAWorkerHasForWaiting() {
    queue
        .says(APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE, 3)
        .says(APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED, 0);
    database.answers();

    sweep(true);

    assertThat(database.asked()).containsExactly(asked(true));
  }

  @Test
  void sweepsBatchByBatchWhileThereIsTime() {
    database.answers(hundred()).answers(swept(101, "failed"));

    assertThat(sweep(true)).isEqualTo(new Report(100, 1));
  }

  @Test
  void leavesTheRestToTheNextSweepWhenTimeIsUp() {
    database.answers(hundred());

    assertThat(sweep(false)).isEqualTo(new Report(100, 0));
  }

  @Test
  void doesNotAskAQueueThatIsDownAHundredTimesWhenTimeIsUp() {
    queue.down();
    database.answers(hundred());

    assertThat(sweep(false)).isEqualTo(new Report(0, 0));
    assertThat(log.events()).containsExactly("not queued again");
  }

  @Test
  void goesOnWhenOneCannotBeQueuedAgain() {
    queue.down();
    database.answers(swept(1, "requeue"), swept(2, "failed"));

    assertThat(sweep(true)).isEqualTo(new Report(0, 1));
    assertThat(log.lines().getFirst())
        .containsEntry("event", "not queued again")
        .containsEntry("export_id", id(1));
  }

  private Report sweep(boolean timeLeft) {
    return sweepExports().sweep(() -> timeLeft, log.log());
  }

  private SweepExports sweepExports() {
    return new SweepExports(
        new CleanupRepository(database.api()),
        queue.transcodeQueue(),
        new QueueDepth(queue, CannedQueue.URL),
        new DeadLetters(deadLetters, CannedQueue.URL),
        Duration.ofMinutes(5));
  }

  private static Asked asked(boolean queueIsEmpty) {
    return new Asked(
        "sweep_scene_exports",
        Map.of(
            "pending_for_s", 300L,
            "queue_is_empty", queueIsEmpty,
            "max_attempts", 3L,
            "batch", 100L));
  }

  private static CannedRow[] hundred() {
    return IntStream.rangeClosed(1, 100)
        .mapToObj(number -> swept(number, "requeue"))
        .toArray(CannedRow[]::new);
  }

  private static CannedRow swept(int number, String action) {
    var row = CannedRow.of("export_id", id(number), "action", action, "reason", null);
    return action.equals("failed")
        ? row.with("reason", "GAVE_UP_TRIES").with("attempt", 3)
        : row.with("attempt", 1);
  }

  private static String message(int number) {
    return "{\"export_id\":\"%s\"}".formatted(id(number));
  }

  private static String id(int number) {
    return new UUID(0, number).toString();
  }
}
