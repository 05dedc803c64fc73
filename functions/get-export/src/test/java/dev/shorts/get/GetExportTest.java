package dev.shorts.get;

import static dev.shorts.aws.CannedRow.EXPORT;
import static dev.shorts.aws.CannedRow.USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.aws.CannedDatabase;
import dev.shorts.aws.CannedRow;
import dev.shorts.export.ExportId;
import dev.shorts.export.UserId;
import dev.shorts.get.GetExport.Result;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;

class GetExportTest {

  private final ExportId id = ExportId.parse(EXPORT).orElseThrow();
  private final CannedDatabase database = new CannedDatabase();

  @ParameterizedTest
  @CsvSource({"86400, 3600", "3601, 3600", "3599, 3599", "1, 1", "0, 1"})
  void linksForAnHourButNotPastTheEnd(int expiresIn, int valid) {
    database.answers(found(CannedRow.completed(), expiresIn));

    assertThat(link().getQuery())
        .contains("X-Amz-Date=20251210T130000Z", "X-Amz-Expires=" + valid + "&");
  }

  @Test
  void linksToTheFileUnderANameThatMakesSense() {
    database.answers(found(CannedRow.completed(), 86_000));

    var link = link();

    assertThat(link.getPath()).isEqualTo("/exports/%s/%s.mp4".formatted(USER, EXPORT));
    assertThat(link.getQuery())
        .contains(
            "response-content-disposition=attachment; filename=\"short-%s.mp4\"".formatted(EXPORT));
  }

  @Test
  void linksToNothingThatIsNotFinished() {
    database.answers(found(CannedRow.pending().with("status", "processing"), 86_000));

    assertThat(((Result.Shown) get()).download()).isEmpty();
  }

  @Test
  void letsTheDatabaseSayWhatHasExpired() {
    database.answers(found(CannedRow.completed(), 0).with("expired", true));

    assertThat(get()).isEqualTo(new Result.Expired(id));
  }

  @Test
  void findsNothingWhereTheDatabaseDoesNot() {
    database.answers();

    assertThat(get()).isEqualTo(new Result.NotFound());
  }

  private URI link() {
    return ((Result.Shown) get()).download().orElseThrow();
  }

  private Result get() {
    var oneOClock = Clock.fixed(Instant.parse("2025-12-10T13:00:00.9Z"), ZoneOffset.UTC);
    var links =
        DownloadLink.forBucket(
            "shorts",
            "eu-central-1",
            Optional.empty(),
            () -> AwsBasicCredentials.create("AKIDEXAMPLE", "secret"),
            oneOClock);
    return new GetExport(new GetExportRepository(database.api()), links)
        .get(id, UserId.parse(USER).orElseThrow());
  }

  private static CannedRow found(CannedRow export, int expiresIn) {
    return export.with("expired", false).with("expires_in_s", expiresIn);
  }
}
