package dev.shorts.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.cleanup.OrphanedFiles.Report;
import dev.shorts.log.LogLines;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OrphanedFilesTest {

  private static final Instant NOW = Instant.parse("2026-01-02T12:00:00Z");
  private static final Instant OLD = NOW.minus(Duration.ofHours(25)).minusSeconds(1);
  private static final Instant YOUNG = NOW.minus(Duration.ofHours(25));

  private final CannedBucket bucket = new CannedBucket();
  private final LogLines log = new LogLines();
  private boolean timeLeft = true;

  @Test
  void deletesFilesThatNoExportCanHaveAnyMore() {
    bucket.file(key(1), OLD).file(key(2), YOUNG).file(key(3), OLD).file(key(4), OLD);

    assertThat(deleteFiles()).isEqualTo(new Report(3, 0));
    assertThat(bucket.deleted()).containsExactly(key(1), key(3), key(4));
  }

  @Test
  void neverTouchesAFileOfAnotherName() {
    var user = new UUID(0, 1);
    bucket
        .file("exports/README.md", OLD)
        .file("exports/" + user + "/holiday.mp4", OLD)
        .file("exports/" + user + "/" + user + ".mp4.bak", OLD)
        .file("exports/" + user + "/" + user + "/" + user + ".mp4", OLD)
        .file("EXPORTS/" + user + "/" + user + ".mp4", OLD)
        .file("videos/" + user + "/" + user + ".mp4", OLD);

    assertThat(deleteFiles()).isEqualTo(new Report(0, 0));
    assertThat(bucket.deleted()).isEmpty();
  }

  @Test
  void goesOnPastAFileThatCannotBeDeleted() {
    bucket.file(key(1), OLD).file(key(2), OLD).file(key(3), OLD).stuck(key(1));

    assertThat(deleteFiles()).isEqualTo(new Report(2, 1));
    assertThat(log.lines().getFirst())
        .containsEntry("event", "not deleted")
        .containsEntry("key", key(1))
        .containsEntry("why", "AccessDenied");
  }

  @Test
  void leavesTheRestToTheNextRunWhenTimeIsUp() {
    bucket.file(key(1), OLD).file(key(2), OLD).file(key(3), OLD);
    timeLeft = false;

    assertThat(deleteFiles()).isEqualTo(new Report(2, 0));
  }

  @Test
  void givesUpUploadsThatNobodyFinished() {
    bucket
        .upload(key(1), OLD)
        .upload(key(2), YOUNG)
        .upload(key(3), OLD)
        .upload("videos/1.mp4", OLD)
        .stuck(key(3));

    assertThat(files().abortUploads(() -> timeLeft, log.log())).isEqualTo(new Report(1, 1));
    assertThat(bucket.aborted()).containsExactly(key(1));
  }

  private Report deleteFiles() {
    return files().deleteFiles(() -> timeLeft, log.log());
  }

  private OrphanedFiles files() {
    return new OrphanedFiles(new FileStore(bucket, "shorts"), () -> NOW);
  }

  private static String key(int number) {
    return "exports/%s/%s.mp4".formatted(new UUID(0, 7), new UUID(0, number));
  }
}
