package dev.shorts.transcode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import dev.shorts.json.Json;
import dev.shorts.log.Log;
import dev.shorts.transcode.ffmpeg.FakePrograms;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranscodeHandlerTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-01T12:00:00Z"));

  @TempDir private Path root;

  private final ScriptedDatabase database = new ScriptedDatabase();
  private final ByteArrayOutputStream lines = new ByteArrayOutputStream();

  @Test
  void messageIsDeletedWhenTheExportIsFinished() throws IOException {
    database.answer("claim", Map.of("outcome", "nothing_to_do"));

    assertThat(handle(message("a", "{\"export_id\": \"%s\"}".formatted(Jobs.EXPORT))))
        .isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(lines.toString())
        .contains("\"request_id\":\"r-1\"", "\"outcome\":\"NOTHING_TO_DO\"");
  }

  @Test
  void messageReturnsWhileAnotherWorkerHoldsTheJob() throws IOException {
    database.answer("claim", Map.of("outcome", "held"));
    var body = "{\"export_id\": \"%s\"}".formatted(Jobs.EXPORT);

    assertThat(handle(message("a", body), message("b", body)))
        .isEqualTo(
            "{\"batchItemFailures\":[{\"itemIdentifier\":\"a\"},{\"itemIdentifier\":\"b\"}]}");
  }

  @Test
  void messageReturnsWhenTheDatabaseIsUnavailable() throws IOException {
    database.answer(
        "claim",
        () -> {
          throw new IllegalStateException("the database is away");
        });

    assertThat(handle(message("a", "{\"export_id\": \"%s\"}".formatted(Jobs.EXPORT))))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"a\"}]}");
    assertThat(lines.toString()).contains("the database is away");
  }

  @Test
  void messageWithoutAnExportIdIsDeleted() throws IOException {
    assertThat(
            handle(
                message("a", "no JSON"),
                message("b", "[]"),
                message("c", "{\"export_id\": 7}"),
                message("d", "{\"export_id\": \"1-1-1-1-1\"}")))
        .isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(database.asked()).isEmpty();
    assertThat(lines.toString().lines()).hasSize(4).allMatch(it -> it.contains("message dropped"));
  }

  private static Map<String, Object> message(String id, String body) {
    return Map.of("messageId", id, "body", body);
  }

  private String handle(Object... messages) throws IOException {
    var transcode =
        Jobs.worker(
            database,
            new FolderStore(root),
            root,
            new FakePrograms(root).ffmpeg("").ffprobe("").binaries(),
            1,
            CLOCK);
    var handler = new TranscodeHandler(transcode, CLOCK, Log.to(new PrintStream(lines), CLOCK));
    var event = Json.write(Map.of("Records", List.of(messages))).getBytes(UTF_8);
    var answer = new ByteArrayOutputStream();
    handler.handleRequest(new ByteArrayInputStream(event), answer, context());
    return answer.toString(UTF_8);
  }

  /** Only what the handler asks for. */
  private static Context context() {
    return (Context)
        Proxy.newProxyInstance(
            Context.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (_, method, _) ->
                switch (method.getName()) {
                  case "getAwsRequestId" -> "r-1";
                  case "getRemainingTimeInMillis" -> 900_000;
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
