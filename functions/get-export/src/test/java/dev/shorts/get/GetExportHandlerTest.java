package dev.shorts.get;

import static dev.shorts.aws.CannedRow.EXPORT;
import static dev.shorts.aws.CannedRow.SCENE;
import static dev.shorts.aws.CannedRow.USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.aws.CannedDatabase;
import dev.shorts.aws.CannedDatabase.Asked;
import dev.shorts.aws.CannedRow;
import dev.shorts.http.Api;
import dev.shorts.http.GatewayEvent;
import dev.shorts.http.HttpResponse;
import dev.shorts.log.LogLines;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.services.rdsdata.model.DatabaseErrorException;
import software.amazon.awssdk.services.rdsdata.model.DatabaseResumingException;

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

    assertThat(answer(EVENT))
        .isEqualTo(
            new HttpResponse(
                200,
                HEADERS,
                CannedRow.of("export_id", EXPORT, "scene_id", SCENE, "status", "pending")
                    .with("aspect_ratio_strategy", "center_crop")
                    .with("output_quality", "high")
                    .with("download_url", null)
                    .with("file_size_bytes", null)
                    .with("duration_s", null)
                    .with("resolution", null)
                    .with("error_message", null)
                    .with("notice", null)
                    .with("progress", null)
                    .with("created_at", "2025-12-10T12:00:00Z")
                    .with("completed_at", null)
                    .with("expires_at", "2025-12-11T12:00:00Z")
                    .columns()));
    assertThat(database.asked())
        .containsExactly(
            new Asked("get_scene_export", Map.of("export_id", EXPORT, "user_id", USER)));
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
    var url = URI.create(body.get("download_url").toString());
    assertThat(url.getHost()).isEqualTo("shorts.s3.eu-central-1.amazonaws.com");
    assertThat(url.getPath()).isEqualTo("/exports/%s/%s.mp4".formatted(USER, EXPORT));
    assertThat(url.getQuery())
        .contains(
            "response-content-disposition=attachment; filename=\"short-%s.mp4\"".formatted(EXPORT));
  }

  @Test
  void showsWhyThereIsNone() throws IOException {
    database.answers(
        found(
            CannedRow.pending()
                .with("status", "failed")
                .with("error_message", "The video is broken.")
                .with("completed_at", "2025-12-10 12:00:28"),
            86_000));

    assertThat(answer(EVENT).body())
        .containsEntry("status", "failed")
        .containsEntry("error_message", "The video is broken.")
        .containsEntry("download_url", null);
  }

  @ParameterizedTest
  @CsvSource({"86400, 3600", "3601, 3600", "3599, 3599", "1, 1", "0, 1"})
  void linksForAnHourButNotPastTheEnd(int expiresIn, int valid) throws IOException {
    database.answers(found(CannedRow.completed(), expiresIn));

    assertThat(answer(EVENT).body().get("download_url").toString())
        .contains("X-Amz-Date=20251210T130000Z", "X-Amz-Expires=" + valid + "&");
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
  void isUnavailableWhileTheDatabaseIs() throws IOException {
    database.fails(DatabaseResumingException.builder().build());

    var answer = answer(EVENT);

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.headers()).containsEntry("retry-after", "5");
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
    var oneOClock = Clock.fixed(Instant.parse("2025-12-10T13:00:00.9Z"), ZoneOffset.UTC);
    var links =
        DownloadLink.forBucket(
            "shorts",
            "eu-central-1",
            Optional.empty(),
            () -> AwsBasicCredentials.create("AKIDEXAMPLE", "secret"),
            oneOClock);
    var getExport = new GetExport(new ExportTable(database.api()), links);
    return event.sentTo(new GetExportHandler(new Api(log.log()), getExport));
  }

  private static CannedRow found(CannedRow export, int expiresIn) {
    return export.with("expired", false).with("expires_in_s", expiresIn);
  }

  private static HttpResponse refusal(String code, String message) {
    return new HttpResponse(404, HEADERS, Map.of("error_code", code, "message", message));
  }
}
