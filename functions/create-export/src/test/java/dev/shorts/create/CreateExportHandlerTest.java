package dev.shorts.create;

import static dev.shorts.aws.CannedRow.EXPORT;
import static dev.shorts.aws.CannedRow.SCENE;
import static dev.shorts.aws.CannedRow.USER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.aws.CannedDatabase;
import dev.shorts.aws.CannedDatabase.Asked;
import dev.shorts.aws.CannedQueue;
import dev.shorts.aws.CannedRow;
import dev.shorts.export.ExportId;
import dev.shorts.http.Api;
import dev.shorts.http.GatewayEvent;
import dev.shorts.http.HttpResponse;
import dev.shorts.log.LogLines;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.rdsdata.model.DatabaseResumingException;

class CreateExportHandlerTest {

  private static final GatewayEvent EVENT =
      GatewayEvent.of("POST /v1/scenes/{scene_id}/export-short").by(USER).path("scene_id", SCENE);
  private static final String MESSAGE = "{\"export_id\":\"" + EXPORT + "\"}";

  private final CannedDatabase database = new CannedDatabase();
  private final CannedQueue queue = new CannedQueue();
  private final LogLines log = new LogLines();

  @Test
  void acceptsAndQueuesAnExport() throws IOException {
    database.answers(outcome("created"));

    var answer = answer(EVENT);

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.headers())
        .isEqualTo(
            Map.of(
                "content-type", "application/json",
                "cache-control", "no-store",
                "location", "/v1/exports/" + EXPORT,
                "retry-after", "5",
                "ratelimit-limit", "10",
                "ratelimit-remaining", "7",
                "ratelimit-reset", "80000"));
    assertThat(answer.body())
        .containsEntry("export_id", EXPORT)
        .containsEntry("scene_id", SCENE)
        .containsEntry("status", "pending")
        .containsEntry("download_url", null);
    assertThat(queue.sent()).containsExactly(MESSAGE);
  }

  @Test
  void asksTheDatabaseOnceForEverything() throws IOException {
    database.answers(outcome("created"));

    answer(
        EVENT
            .header("idempotency-key", "again")
            .body("{\"aspect_ratio_strategy\": \"letterbox\", \"output_quality\": \"medium\"}"));

    assertThat(database.asked())
        .containsExactly(
            create(
                "strategy", "letterbox",
                "quality", "medium",
                "idempotency_key", "again"));
  }

  @Test
  void asksForTheDefaults() throws IOException {
    database.answers(outcome("created"));

    answer(EVENT);

    assertThat(database.asked()).containsExactly(create());
  }

  @Test
  void readsABase64Body() throws IOException {
    database.answers(outcome("created"));

    answer(EVENT.base64("{\"output_quality\": \"medium\"}".getBytes(UTF_8)));

    assertThat(database.asked()).containsExactly(create("quality", "medium"));
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
  void refusesBrokenBase64() throws IOException {
    var answer = answer(EVENT.body("{}").with("isBase64Encoded", true));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).containsEntry("error_code", "INVALID_INPUT");
  }

  @Test
  void refusesAKeyThatIsNone() throws IOException {
    assertThat(answer(EVENT.header("idempotency-key", "")).body())
        .containsEntry("error_code", "INVALID_INPUT")
        .containsEntry(
            "details",
            Map.of(
                "field",
                "Idempotency-Key",
                "allowed",
                "1 to 255 visible ASCII characters without comma"));
  }

  @Test
  void looksForAKeyAlsoWhereTheSceneIsNone() throws IOException {
    database.answers(outcome("key_reused"));

    var answer = answer(EVENT.path("scene_id", "none").header("idempotency-key", "again"));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(database.asked())
        .containsExactly(create("scene_id", null, "idempotency_key", "again"));
  }

  @Test
  void answersAReplayWithTheExportAsItIsNow() throws IOException {
    database.answers(replayed(CannedRow.completed(), true));

    var answer = answer(EVENT.header("idempotency-key", "again"));

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body()).containsEntry("status", "completed");
    assertThat(answer.headers()).containsEntry("ratelimit-remaining", "7");
    assertThat(queue.sent()).isEmpty();
  }

  @Test
  void queuesAReplayAgainThatNobodyHasClaimed() throws IOException {
    database.answers(replayed(CannedRow.pending(), false));

    assertThat(answer(EVENT.header("idempotency-key", "again")).status()).isEqualTo(202);
    assertThat(queue.sent()).containsExactly(MESSAGE);
  }

  @Test
  void doesNotQueueAReplayThatWasClaimedBefore() throws IOException {
    database.answers(replayed(CannedRow.pending(), true));

    assertThat(answer(EVENT.header("idempotency-key", "again")).status()).isEqualTo(202);
    assertThat(queue.sent()).isEmpty();
  }

  @Test
  void takesAnExportBackThatCouldNotBeQueued() throws IOException {
    database.answers(outcome("created")).answers(CannedRow.of("taken_back", true));
    queue.down();

    var answer = answer(EVENT);

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.body()).containsEntry("error_code", "SERVICE_UNAVAILABLE");
    assertThat(answer.headers())
        .containsEntry("retry-after", "5")
        .containsEntry("ratelimit-remaining", "8");
    assertThat(database.asked())
        .containsExactly(
            create(),
            new Asked("take_back_scene_export", Map.of("export_id", EXPORT, "user_id", USER)));
  }

  @Test
  void goesOnWithAnExportThatAWorkerHasAlready() throws IOException {
    database.answers(outcome("created")).answers(CannedRow.of("taken_back", false));
    queue.down();

    var answer = answer(EVENT);

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body()).containsEntry("export_id", EXPORT);
  }

  @Test
  void keepsAnExportWithAKeyForTheNextTry() throws IOException {
    database.answers(outcome("created"));
    queue.down();

    var answer = answer(EVENT.header("idempotency-key", "again"));

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.headers()).containsEntry("ratelimit-remaining", "7");
    assertThat(database.asked()).hasSize(1);
  }

  @Test
  void doesNotPretendThatAReplayIsQueued() throws IOException {
    database.answers(replayed(CannedRow.pending(), false));
    queue.down();

    assertThat(answer(EVENT.header("idempotency-key", "again")).status()).isEqualTo(503);
  }

  @Test
  void isUnavailableWhileTheDatabaseIs() throws IOException {
    database.fails(DatabaseResumingException.builder().build());

    var answer = answer(EVENT);

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.headers()).containsEntry("retry-after", "5");
    assertThat(queue.sent()).isEmpty();
  }

  @Test
  void logsIdsAndNeverACallersText() throws IOException {
    database.answers(outcome("created"));

    answer(EVENT.header("idempotency-key", "my-own-key"));

    assertThat(log.lines())
        .containsExactly(
            Map.of(
                "time", "2026-01-01T12:00:00Z",
                "level", "INFO",
                "event", "accepted",
                "request_id", "request-1",
                "user_id", USER,
                "export_id", EXPORT,
                "scene_id", SCENE));
  }

  private HttpResponse answer(GatewayEvent event) throws IOException {
    var createExport =
        new CreateExport(
            new ExportTable(database.api()),
            queue.transcodeQueue(),
            () -> ExportId.parse(EXPORT).orElseThrow());
    return event.sentTo(new CreateExportHandler(new Api(log.log()), createExport));
  }

  private static CannedRow outcome(String outcome) {
    return replayed(CannedRow.pending(), false).with("outcome", outcome);
  }

  private static CannedRow replayed(CannedRow export, boolean claimed) {
    return export
        .with("outcome", "replayed")
        .with("claimed", claimed)
        .with("current_count", 3)
        .with("limit_resets_in_s", 80_000);
  }

  /** The statement with its defaults, but for {@code changes}: names and values in turns. */
  private static Asked create(Object... changes) {
    var parameters =
        new LinkedHashMap<>(
            CannedRow.of(
                    "export_id",
                    EXPORT,
                    "user_id",
                    USER,
                    "scene_id",
                    SCENE,
                    "strategy",
                    "center_crop",
                    "quality",
                    "high",
                    "idempotency_key",
                    null,
                    "max_exports",
                    10L,
                    "window_s",
                    86_400L,
                    "max_scene_s",
                    "180")
                .columns());
    parameters.putAll(CannedRow.of(changes).columns());
    return new Asked("create_scene_export", parameters);
  }
}
