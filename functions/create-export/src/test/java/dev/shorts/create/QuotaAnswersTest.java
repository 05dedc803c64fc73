package dev.shorts.create;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.create.CreateExport.Result;
import dev.shorts.create.CreateOutcome.Rejected;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the quota in headers and messages. */
class QuotaAnswersTest {

  @ParameterizedTest
  @CsvSource({
    "PT0S,        1 hour,   1,  1",
    "PT1S,        1 hour,   1,  1",
    "PT1H,        1 hour,   1,  3600",
    "PT1H1S,      2 hours,  2,  3601",
    "PT4H0M1S,    5 hours,  5,  14401",
    "PT5H,        5 hours,  5,  18000",
    "PT24H,       24 hours, 24, 86400",
  })
  void sayWhenTheNextExportIsLetIn(Duration in, String shown, long hours, String retryAfter) {
    var quota = new Quota(10, Duration.ofHours(2));

    var answer =
        CreateExportResponses.to(
            new Result.Refused(new Rejected.LimitExceeded(10, in), Optional.of(quota)));

    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.headers())
        .containsEntry("retry-after", retryAfter)
        .containsEntry("ratelimit-limit", "10")
        .containsEntry("ratelimit-remaining", "0")
        .containsEntry("ratelimit-reset", "7200");
    assertThat(answer.body())
        .isEqualTo(
            Map.of(
                "error_code",
                "EXPORT_LIMIT_EXCEEDED",
                "message",
                "Daily export limit reached (10/day). Try again in " + shown + ".",
                "details",
                Map.of("current_count", 10, "limit", 10, "hours_until_reset", hours)));
  }

  @Test
  void countNoFurtherThanToNothing() {
    var quota = new Quota(11, Duration.ofHours(2));

    assertThat(CreateExportResponses.to(new Result.NotQueued(Optional.of(quota))).headers())
        .containsEntry("ratelimit-remaining", "0");
  }

  @Test
  void carryTheQuotaWithEveryRefusalOnceItIsKnown() {
    var refused =
        new Result.Refused(new Rejected.SceneNotFound(), Optional.of(new Quota(0, Duration.ZERO)));

    assertThat(CreateExportResponses.to(refused).headers())
        .containsEntry("ratelimit-limit", "10")
        .containsEntry("ratelimit-remaining", "10")
        .containsEntry("ratelimit-reset", "0");
  }

  @Test
  void giveBackTheNewest() {
    assertThat(new Quota(3, Duration.ofHours(2)).minusOne())
        .isEqualTo(new Quota(2, Duration.ofHours(2)));
    assertThat(new Quota(1, Duration.ofHours(24)).minusOne())
        .isEqualTo(new Quota(0, Duration.ZERO));
  }
}
