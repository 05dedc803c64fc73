package dev.shorts.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.aws.CannedDatabase;
import dev.shorts.aws.CannedDatabase.Asked;
import dev.shorts.aws.CannedRow;
import dev.shorts.cleanup.ExpireExports.Report;
import dev.shorts.log.LogLines;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExpireExportsTest {

  private static final CannedRow NO_ROWS = CannedRow.of("deleted", 0);

  private final CannedDatabase database = new CannedDatabase();
  private final CannedBucket bucket = new CannedBucket();
  private final LogLines log = new LogLines();

  @Test
  void deletesTheFileAndThenSaysSo() {
    database
        .answers(expired(1))
        .answers(CannedRow.of("marked", 1))
        .answers(CannedRow.of("deleted", 3));

    assertThat(expire(true)).isEqualTo(new Report(1, 0, 3));
    assertThat(bucket.deleted()).containsExactly(key(1));
    assertThat(database.asked())
        .containsExactly(
            new Asked(
                "expired_scene_exports", CannedRow.of("after", null, "batch", 500L).columns()),
            marked(id(1)),
            new Asked("delete_scene_exports", Map.of("retention_s", 86_400L, "batch", 500L)));
  }

  @Test
  void goesOnPastAFileThatCannotBeDeleted() {
    bucket.stuck(key(2));
    database
        .answers(expired(1), expired(2), expired(3))
        .answers(CannedRow.of("marked", 2))
        .answers(NO_ROWS);

    assertThat(expire(true)).isEqualTo(new Report(2, 1, 0));
    assertThat(database.asked()).contains(marked(id(1) + "," + id(3)));
    assertThat(log.lines().getFirst())
        .containsEntry("event", "file not deleted")
        .containsEntry("key", key(2))
        .containsEntry("why", "AccessDenied");
  }

  @Test
  void marksNothingWhileTheStoreIsDown() {
    bucket.down();
    database.answers(expired(1), expired(2)).answers(CannedRow.of("marked", 0)).answers(NO_ROWS);

    assertThat(expire(true)).isEqualTo(new Report(0, 2, 0));
    assertThat(database.asked()).contains(marked(""));
  }

  @Test
  void goesOnAfterTheLastOfAFullBatchAlsoWhenThatIsStuck() {
    bucket.stuck(key(500));
    database
        .answers(batch(1, 500))
        .answers(CannedRow.of("marked", 499))
        .answers(expired(501))
        .answers(CannedRow.of("marked", 1))
        .answers(NO_ROWS);

    assertThat(expire(true)).isEqualTo(new Report(500, 1, 0));
    assertThat(database.asked().get(2))
        .isEqualTo(new Asked("expired_scene_exports", Map.of("after", id(500), "batch", 500L)));
  }

  @Test
  void leavesTheRestToTheNextRunWhenTimeIsUp() {
    database
        .answers(batch(1, 500))
        .answers(CannedRow.of("marked", 500))
        .answers(CannedRow.of("deleted", 500));

    assertThat(expire(false)).isEqualTo(new Report(500, 0, 500));
  }

  @Test
  void deletesRowsBatchByBatch() {
    database
        .answers()
        .answers(CannedRow.of("marked", 0))
        .answers(CannedRow.of("deleted", 500))
        .answers(CannedRow.of("deleted", 20));

    assertThat(expire(true)).isEqualTo(new Report(0, 0, 520));
    assertThat(bucket.deleted()).isEmpty();
  }

  private Report expire(boolean timeLeft) {
    return new ExpireExports(new CleanupRepository(database.api()), new FileStore(bucket, "shorts"))
        .expire(() -> timeLeft, log.log());
  }

  private static CannedRow[] batch(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(ExpireExportsTest::expired)
        .toArray(CannedRow[]::new);
  }

  private static CannedRow expired(int number) {
    return CannedRow.of("export_id", id(number), "user_id", CannedRow.USER);
  }

  private static Asked marked(String ids) {
    return new Asked("mark_scene_exports_deleted", Map.of("ids", "{" + ids + "}"));
  }

  private static String key(int number) {
    return "exports/%s/%s.mp4".formatted(CannedRow.USER, id(number));
  }

  private static String id(int number) {
    return new UUID(0, number).toString();
  }
}
