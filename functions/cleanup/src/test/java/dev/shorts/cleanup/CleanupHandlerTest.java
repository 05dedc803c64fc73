package dev.shorts.cleanup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import dev.shorts.aws.CannedDatabase;
import dev.shorts.aws.CannedDatabase.Asked;
import dev.shorts.aws.CannedQueue;
import dev.shorts.aws.CannedRow;
import dev.shorts.log.LogLines;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
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
    assertThat(log.lines().getLast())
        .containsEntry("event", "swept")
        .containsEntry("requeued", 0)
        .containsEntry("failed", 0);
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
    var exports = new ExportTable(database.api());
    var wiring =
        new Wiring(
            new ExpireExports(exports, new FileStore(new CannedBucket(), "shorts")),
            new SweepExports(
                exports,
                queue.transcodeQueue(),
                new QueueDepth(queue, CannedQueue.URL),
                new DeadLetters(deadLetters, CannedQueue.URL)));
    new CleanupHandler(log.log(), wiring)
        .handleRequest(
            new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
            OutputStream.nullOutputStream(),
            new Run());
  }

  /** A run with five minutes before it. */
  private record Run() implements Context {
    @Override
    public String getAwsRequestId() {
      return "run-1";
    }

    @Override
    public int getRemainingTimeInMillis() {
      return 300_000;
    }

    @Override
    public String getLogGroupName() {
      return "";
    }

    @Override
    public String getLogStreamName() {
      return "";
    }

    @Override
    public String getFunctionName() {
      return "cleanup";
    }

    @Override
    public String getFunctionVersion() {
      return "1";
    }

    @Override
    public String getInvokedFunctionArn() {
      return "";
    }

    @Override
    public CognitoIdentity getIdentity() {
      throw new UnsupportedOperationException();
    }

    @Override
    public ClientContext getClientContext() {
      throw new UnsupportedOperationException();
    }

    @Override
    public int getMemoryLimitInMB() {
      return 1769;
    }

    @Override
    public LambdaLogger getLogger() {
      throw new UnsupportedOperationException();
    }
  }
}
