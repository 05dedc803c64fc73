package dev.shorts.cleanup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.amazonaws.services.lambda.runtime.Context;
import dev.shorts.aws.CannedDatabase;
import dev.shorts.aws.CannedDatabase.Asked;
import dev.shorts.aws.CannedQueue;
import dev.shorts.aws.CannedRow;
import dev.shorts.log.LogLines;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class CleanupHandlerTest {

  private final CannedDatabase database = new CannedDatabase();
  private final CannedQueue queue = new CannedQueue();
  private final CannedQueue deadLetters = new CannedQueue();
  private final LogLines log = new LogLines();

  @Test
  void leavesTheDatabaseAsleepWhenTheQueuesAreEmpty() throws IOException {
    run("{\"task\": \"sweep\"}");

    assertThat(database.asked()).isEmpty();
    assertThat(log.lines().getFirst())
        .containsEntry("event", "nothing to sweep")
        .containsEntry("request_id", "run-1");
    assertThat(log.metrics()).containsExactly("Sweeps 1 Count");
  }

  @Test
  void sweepsWhenAMessageWaits() throws IOException {
    deadLetters.put("{}");
    database.answers();

    run("{\"task\": \"sweep\"}");

    assertThat(functions()).containsExactly("sweep_scene_exports");
    assertThat(log.events()).containsExactly("dead letter", "swept");
  }

  @Test
  void expiresAndSweepsEveryHourInAnyCase() throws IOException {
    database
        .answers()
        .answers(CannedRow.of("marked", 0))
        .answers(CannedRow.of("deleted", 2))
        .answers();

    run("{\"task\": \"expire\"}");

    assertThat(functions())
        .containsExactly(
            "expired_scene_exports",
            "mark_scene_exports_deleted",
            "delete_scene_exports",
            "sweep_scene_exports");
    assertThat(log.lines().getFirst())
        .containsEntry("event", "expired")
        .containsEntry("files_deleted", 0)
        .containsEntry("files_failed", 0)
        .containsEntry("rows_deleted", 2);
    assertThat(log.events())
        .containsExactly("expired", "swept", "orphaned files", "orphaned uploads");
    assertThat(log.metrics())
        .containsExactly(
            "CleanupRuns 1 Count",
            "CleanupDeleted 0 Count",
            "CleanupFailed 0 Count",
            "Sweeps 1 Count",
            "CleanupDeleted 0 Count",
            "CleanupFailed 0 Count",
            "CleanupDeleted 0 Count",
            "CleanupFailed 0 Count");
    assertThat(log.lines().get(1))
        .containsEntry("event", "swept")
        .containsEntry("requeued", 0)
        .containsEntry("failed", 0);
  }

  @Test
  void aStepThatFailsDoesNotStopTheOthersAndIsKnownToLambda() {
    database
        .fails(new IllegalStateException("the database is away"))
        .fails(new IllegalStateException("the database is still away"));

    assertThatIllegalStateException()
        .isThrownBy(() -> run("{\"task\": \"expire\"}"))
        .withMessage("the database is away");
    assertThat(log.events())
        .containsExactly("not expired", "not swept", "orphaned files", "orphaned uploads");
    assertThat(log.lines().getFirst())
        .containsEntry("level", "ERROR")
        .containsEntry("request_id", "run-1");
  }

  @Test
  void knowsNoOtherTask() {
    assertThatIllegalArgumentException().isThrownBy(() -> run("{\"task\": \"drop\"}"));
    assertThatIllegalArgumentException().isThrownBy(() -> run("{}"));
  }

  private List<String> functions() {
    return database.asked().stream().map(Asked::function).toList();
  }

  private void run(String event) throws IOException {
    var exports = new CleanupRepository(database.api());
    var files = new FileStore(new CannedBucket(), "shorts");
    var wiring =
        new Wiring(
            new ExpireExports(exports, files),
            new OrphanedFiles(files, InstantSource.system()),
            new SweepExports(
                exports,
                queue.transcodeQueue(),
                new QueueDepth(queue, CannedQueue.URL),
                new DeadLetters(deadLetters, CannedQueue.URL),
                Duration.ofMinutes(5)));
    new CleanupHandler(log.log(), wiring)
        .handleRequest(
            new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
            OutputStream.nullOutputStream(),
            context());
  }

  /** A run with five minutes before it. */
  private static Context context() {
    return (Context)
        Proxy.newProxyInstance(
            Context.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (_, method, _) ->
                switch (method.getName()) {
                  case "getAwsRequestId" -> "run-1";
                  case "getRemainingTimeInMillis" -> 300_000;
                  case String other -> throw new UnsupportedOperationException(other);
                });
  }
}
