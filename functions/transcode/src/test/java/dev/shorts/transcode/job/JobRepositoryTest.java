package dev.shorts.transcode.job;

import static dev.shorts.transcode.Jobs.CLAIMED;
import static dev.shorts.transcode.Jobs.EXPORT;
import static dev.shorts.transcode.Jobs.JOB;
import static dev.shorts.transcode.Jobs.KEY;
import static dev.shorts.transcode.Jobs.LEASE;
import static dev.shorts.transcode.Jobs.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.transcode.ScriptedDatabase;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobRepositoryTest {

  private final ScriptedDatabase database = new ScriptedDatabase();
  private final JobRepository jobs = database.jobs();

  @Test
  void claimedJobIsRead() {
    database.answer("claim", CLAIMED);

    assertThat(jobs.claim(EXPORT, TOKEN, LEASE)).isEqualTo(new Claim.Claimed(JOB));
    assertThat(database.asked()).containsExactly("claim max_attempts=3");
    assertThat(JOB.key()).isEqualTo(KEY);
  }

  @Test
  void claimsWithoutAJobAreDistinguished() {
    assertThat(claim("nothing_to_do")).isEqualTo(new Claim.NothingToDo());
    assertThat(claim("held")).isEqualTo(new Claim.Held());
    database.answer("claim", Map.of("outcome", "failed", "reason", "GAVE_UP_TIME", "attempt", 2));
    assertThat(jobs.claim(EXPORT, TOKEN, LEASE)).isEqualTo(new Claim.GivenUp("GAVE_UP_TIME", 2));
  }

  @Test
  void completionStoresTheFinishedShort() {
    database.answer("complete", Map.of("held", true));

    assertThat(jobs.complete(JOB, new FinishedShort(7, 1.5, "1080x1920", Optional.of("silent"))))
        .isTrue();
    assertThat(jobs.complete(JOB, new FinishedShort(7, 1.5, "1080x1920", Optional.empty())))
        .isTrue();
    assertThat(database.asked())
        .containsExactly(
            "complete storage_path=%s file_size_bytes=7 duration_s=1.5 resolution=1080x1920 notice=silent"
                .formatted(KEY),
            "complete storage_path=%s file_size_bytes=7 duration_s=1.5 resolution=1080x1920 notice=null"
                .formatted(KEY));
  }

  @Test
  void updatesReturnWhetherTheClaimHolds() {
    database.answer("renew", Map.of("held", false)).answer("fail", Map.of("held", true));

    assertThat(jobs.renew(JOB, 42, LEASE)).isFalse();
    assertThat(jobs.fail(JOB, "A sentence.")).isTrue();
    assertThat(database.asked())
        .containsExactly("renew progress=42", "fail error_message=A sentence.");
  }

  @Test
  void renewalTimesOutBeforeTheNextOne() {
    database.answer("renew", Map.of("held", true));
    jobs.renew(JOB, 1, LEASE);
    jobs.renew(JOB, 1, new LeaseTimes(Duration.ofSeconds(9), Duration.ofSeconds(3)));

    assertThat(database.limits()).containsExactly(Duration.ofSeconds(20), Duration.ofSeconds(3));
  }

  @Test
  void releaseReturnsItsOutcome() {
    assertThat(release("released")).isEqualTo(Release.RELEASED);
    assertThat(release("failed")).isEqualTo(Release.FAILED);
    assertThat(release("lost")).isEqualTo(Release.LOST);
    assertThat(database.asked()).contains("release max_attempts=3 error_message=Sorry.");
  }

  private Claim claim(String outcome) {
    database.answer("claim", Map.of("outcome", outcome));
    return jobs.claim(EXPORT, TOKEN, LEASE);
  }

  private Release release(String outcome) {
    database.answer("release", Map.of("outcome", outcome));
    return jobs.release(JOB, "Sorry.");
  }
}
