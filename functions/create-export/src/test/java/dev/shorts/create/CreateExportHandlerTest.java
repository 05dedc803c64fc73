package dev.shorts.create;

import static dev.shorts.aws.CannedRow.EXPORT;
import static dev.shorts.aws.CannedRow.SCENE;
import static dev.shorts.aws.CannedRow.USER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.aws.CannedDatabase;
import dev.shorts.aws.CannedQueue;
import dev.shorts.aws.CannedRow;
import dev.shorts.export.ExportId;
import dev.shorts.http.ApiResponder;
import dev.shorts.http.GatewayEvent;
import dev.shorts.http.HttpResponse;
import dev.shorts.log.LogLines;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreateExportHandlerTest {

  private static final GatewayEvent EVENT =
      GatewayEvent.of("POST /v1/scenes/{scene_id}/export-short").by(USER).path("scene_id", SCENE);

  private static final CannedRow CREATED =
      CannedRow.pending()
          .with("outcome", "created")
          .with("current_count", 3)
          .with("limit_resets_in_s", 80_000);

  private final CannedDatabase database = new CannedDatabase();
  private final CannedQueue queue = new CannedQueue();
  private final LogLines log = new LogLines();

  @Test
  void acceptsAndQueuesAnExport() throws IOException {
    database.answers(CREATED);

    var answer = answer(EVENT);

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.headers())
        .containsEntry("location", "/v1/exports/" + EXPORT)
        .containsEntry("retry-after", "5")
        .containsEntry("ratelimit-remaining", "7")
        .containsEntry("ratelimit-reset", "80000");
    assertThat(answer.body())
        .containsEntry("export_id", EXPORT)
        .containsEntry("scene_id", SCENE)
        .containsEntry("status", "pending");
    assertThat(queue.sent()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "alice"})
  void checksTheCallerBeforeAllElse(String sub) throws IOException {
    var answer = answer(EVENT.by(sub).body("{").header("idempotency-key", ","));

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body()).containsEntry("error_code", "UNAUTHORIZED");
  }

  @Test
  void checksTheInputBeforeTheScene() throws IOException {
    var answer = answer(EVENT.path("scene_id", "none").body("{\"a\": 1}"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).containsEntry("error_code", "INVALID_INPUT");
    assertThat(database.asked()).isEmpty();
  }

  @Test
  void refusesAKeyThatIsNone() throws IOException {
    assertThat(answer(EVENT.header("idempotency-key", "")).body())
        .containsEntry("error_code", "INVALID_INPUT");
  }

  @Test
  void logsIdsAndNeverACallersText() throws IOException {
    database.answers(CREATED);

    answer(EVENT.header("idempotency-key", "my-own-key"));

    var line = new HashMap<>(log.lines().getLast());
    line.remove("_aws");
    assertThat(line)
        .isEqualTo(
            Map.of(
                "time",
                "2026-01-01T12:00:00Z",
                "level",
                "INFO",
                "event",
                "accepted",
                "request_id",
                "request-1",
                "user_id",
                USER,
                "export_id",
                EXPORT,
                "scene_id",
                SCENE,
                "ExportsCreated",
                1));
    assertThat(log.lines().toString()).doesNotContain("my-own-key");
  }

  @Test
  void countsWhatIsCreatedAndHowLongTheDatabaseTook() throws IOException {
    database.answers(CREATED);
    answer(EVENT);
    assertThat(log.events()).containsExactly("decided", "accepted");
    assertThat(log.metrics())
        .containsExactly("QuotaStatementTime 0.0 Seconds", "ExportsCreated 1 Count");
  }

  @Test
  void countsNoRepetition() throws IOException {
    database.answers(CREATED.with("outcome", "replayed").with("claimed", true));
    answer(EVENT.header("idempotency-key", "again"));
    assertThat(log.events()).containsExactly("decided", "repeated");
    assertThat(log.metrics()).containsExactly("QuotaStatementTime 0.0 Seconds");
  }

  @Test
  void countsWhatTheQuotaRefuses() throws IOException {
    database.answers(CREATED.with("outcome", "limit_exceeded").with("next_allowed_in_s", 60L));
    answer(EVENT);
    assertThat(log.metrics()).contains("QuotaRefusals 1 Count");
  }

  @Test
  void saysWhenToTryAgainIfNothingWasQueued() throws IOException {
    database.answers(CREATED).answers(CannedRow.of("taken_back", true));
    queue.down();

    var answer = answer(EVENT);

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.body()).containsEntry("error_code", "SERVICE_UNAVAILABLE");
    assertThat(answer.headers())
        .containsEntry("retry-after", "5")
        .containsEntry("ratelimit-remaining", "8");
  }

  @Test
  void readsTheWholeRequest() throws IOException {
    database.answers(CREATED);

    answer(
        EVENT
            .header("idempotency-key", "again")
            .base64(
                "{\"aspect_ratio_strategy\": \"letterbox\", \"output_quality\": \"medium\"}"
                    .getBytes(UTF_8)));

    assertThat(database.asked().getFirst().parameters())
        .containsEntry("user_id", USER)
        .containsEntry("scene_id", SCENE)
        .containsEntry("strategy", "letterbox")
        .containsEntry("quality", "medium")
        .containsEntry("idempotency_key", "again");
  }

  @Test
  void looksForAKeyAlsoWhereTheSceneIsNone() throws IOException {
    database.answers(CREATED.with("outcome", "key_reused"));

    var answer = answer(EVENT.path("scene_id", "none").header("idempotency-key", "again"));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(database.asked().getFirst().parameters()).containsEntry("scene_id", null);
  }

  private HttpResponse answer(GatewayEvent event) throws IOException {
    var createExport =
        new CreateExport(
            new CreateExportRepository(database.api()),
            queue.transcodeQueue(),
            () -> ExportId.parse(EXPORT).orElseThrow(),
            InstantSource.fixed(Instant.EPOCH));
    return event.sentTo(new CreateExportHandler(new ApiResponder(log.log()), createExport));
  }
}
