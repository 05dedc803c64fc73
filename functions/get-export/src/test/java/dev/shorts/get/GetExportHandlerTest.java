package dev.shorts.get;

import static dev.shorts.aws.CannedRow.EXPORT;
import static dev.shorts.aws.CannedRow.SCENE;
import static dev.shorts.aws.CannedRow.USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.aws.CannedDatabase;
import dev.shorts.aws.CannedDatabase.Asked;
import dev.shorts.aws.CannedRow;
import dev.shorts.http.ApiResponder;
import dev.shorts.http.GatewayEvent;
import dev.shorts.http.HttpResponse;
import dev.shorts.log.LogLines;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.services.rdsdata.model.DatabaseErrorException;

class GetExportHandlerTest {

  private static final GatewayEvent EVENT =
      GatewayEvent.of("GET /v1/exports/{export_id}").by(USER).path("export_id", EXPORT);
  private static final Map<String, String> HEADERS =
      Map.of("content-type", "application/json", "cache-control", "no-store");

  private final CannedDatabase database = new CannedDatabase();
  private final LogLines log = new LogLines();

  @Test
  void showsAnExportThatWaits() throws IOException {
    database.answers(found(CannedRow.pending(), 86_000));

    var answer = answer(EVENT);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers()).isEqualTo(HEADERS);
    assertThat(answer.body())
        .hasSize(15)
        .containsEntry("export_id", EXPORT)
        .containsEntry("scene_id", SCENE)
        .containsEntry("status", "pending")
        .containsEntry("download_url", null)
        .containsEntry("created_at", "2025-12-10T12:00:00Z")
        .containsEntry("expires_at", "2025-12-11T12:00:00Z");
    assertThat(database.asked())
        .containsExactly(
            new Asked("get_scene_export", Map.of("export_id", EXPORT, "user_id", USER)));
  }

  @Test
  void logsWhoLookedAndNeverTheLink() throws IOException {
    database.answers(found(CannedRow.completed(), 86_000));

    answer(EVENT);

    assertThat(log.lines())
        .containsExactly(
            Map.of(
                "time", "2026-01-01T12:00:00Z",
                "level", "INFO",
                "event", "looked",
                "request_id", "request-1",
                "user_id", USER,
                "export_id", EXPORT,
                "outcome", "completed"));
  }

  @Test
  void showsWhereAFinishedOneCanBeFetched() throws IOException {
    database.answers(found(CannedRow.completed(), 86_000));

    var body = answer(EVENT).body();

    assertThat(body)
        .containsEntry("status", "completed")
        .containsEntry("file_size_bytes", 45678900)
        .containsEntry("duration_s", new BigDecimal("45.2"))
        .containsEntry("resolution", "1080x1920")
        .containsEntry("completed_at", "2025-12-10T12:00:28Z");
    assertThat(body.get("download_url").toString())
        .startsWith(
            "https://shorts.s3.eu-central-1.amazonaws.com/exports/%s/%s.mp4?"
                .formatted(USER, EXPORT));
  }

  @Test
  void tellsThatAnExportHasExpired() throws IOException {
    database.answers(found(CannedRow.completed(), 0).with("expired", true));

    assertThat(answer(EVENT))
        .isEqualTo(
            refusal(
                "EXPORT_EXPIRED",
                "Export " + EXPORT + " has expired (24-hour limit). Please create a new export."));
  }

  @Test
  void doesNotTellWhetherAnExportIsSomebodyElses() throws IOException {
    database.answers();

    assertThat(answer(EVENT)).isEqualTo(refusal("EXPORT_NOT_FOUND", "Export not found"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "1-1-1-1-1", "null"})
  void findsNothingUnderWhatIsNoId(String id) throws IOException {
    assertThat(answer(EVENT.path("export_id", id)))
        .isEqualTo(refusal("EXPORT_NOT_FOUND", "Export not found"));
  }

  @Test
  void checksTheCallerFirst() throws IOException {
    var answer = answer(EVENT.by("alice").path("export_id", "none"));

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body()).containsEntry("error_code", "UNAUTHORIZED");
  }

  @Test
  void answersForEveryAddressThatNoRouteTakes() throws IOException {
    assertThat(answer(GatewayEvent.of("$default")))
        .isEqualTo(refusal("NOT_FOUND", "There is nothing at this address."));
  }

  @Test
  void hidesWhatWentWrong() throws IOException {
    database.fails(DatabaseErrorException.builder().message("SQLState: 42501").build());

    var answer = answer(EVENT);

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.body().toString()).doesNotContain("SQL");
    assertThat(log.lines().getFirst().get("cause").toString()).contains("42501");
  }

  private HttpResponse answer(GatewayEvent event) throws IOException {
    var links =
        DownloadLink.forBucket(
            "shorts",
            "eu-central-1",
            Optional.empty(),
            () -> AwsBasicCredentials.create("AKIDEXAMPLE", "secret"),
            Clock.systemUTC());
    var getExport = new GetExport(new GetExportRepository(database.api()), links);
    return event.sentTo(new GetExportHandler(new ApiResponder(log.log()), getExport));
  }

  private static CannedRow found(CannedRow export, int expiresIn) {
    return export.with("expired", false).with("expires_in_s", expiresIn);
  }

  private static HttpResponse refusal(String code, String message) {
    return new HttpResponse(404, HEADERS, Map.of("error_code", code, "message", message));
  }
}
