package dev.shorts.database.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.database.driver.Cleanup;
import dev.shorts.database.driver.Database;
import dev.shorts.database.driver.Ids;
import dev.shorts.database.driver.Server;
import dev.shorts.database.driver.User;
import dev.shorts.database.driver.Worker;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ExpireSceneExportsTest {

  private static final Database DATABASE = Server.migrated();

  private final User user = DATABASE.user();
  private final UUID export = user.export();
  private final Worker worker = Worker.on(DATABASE);
  private final Cleanup cleanup = Cleanup.on(DATABASE);

  ExpireSceneExportsTest() throws SQLException {}

  @Test
  void namesWhatHasExpiredWhateverItsStatus() throws SQLException {
    UUID fresh = user.export();
    DATABASE.age(export, "24 hours");
    DATABASE.age(fresh, "23 hours 59 minutes");

    assertThat(cleanup.expired()).contains(export).doesNotContain(fresh);
  }

  @Test
  void namesNoneTwiceOnceItsFileIsDeleted() throws SQLException {
    DATABASE.age(export, "24 hours");

    assertThat(cleanup.markDeleted(export, Ids.next())).isEqualTo(1);
    assertThat(cleanup.expired()).doesNotContain(export);
  }

  @Test
  void marksNothingEarly() throws SQLException {
    assertThat(cleanup.markDeleted(export)).isZero();
  }

  @Test
  void leavesAnExportAloneThatExpiresWhileItIsMadeUntilItIsDone() throws SQLException {
    worker.claim(export);
    DATABASE.age(export, "24 hours");
    worker.renew(export, 90);
    assertThat(cleanup.expired()).doesNotContain(export);

    assertThat(worker.complete(export)).isTrue();

    assertThat(cleanup.expired()).contains(export);
  }

  @Test
  void namesAFileAgainThatCameAfterItsDeletion() throws SQLException {
    worker.claim(export);
    DATABASE.age(export, "24 hours");
    DATABASE.lapse(export);
    cleanup.markDeleted(export);

    worker.complete(export);

    assertThat(cleanup.expired()).contains(export);
  }

  @Test
  void deletesTheRowADayAfterExpiryOnceTheFileIsGone() throws SQLException {
    DATABASE.age(export, "48 hours");
    assertThat(cleanup.delete()).as("its file may still be there").isZero();
    cleanup.markDeleted(export);
    UUID younger = user.export();
    DATABASE.age(younger, "47 hours 59 minutes");
    cleanup.markDeleted(younger);

    assertThat(cleanup.delete()).isEqualTo(1);
    assertThat(DATABASE.export(younger).id("id")).isEqualTo(younger);
  }

  @Test
  void listsBatchAfterBatchSoThatOneThatCannotBeDeletedHidesNoOther() throws SQLException {
    for (int i = 0; i < 3; i++) {
      DATABASE.age(user.export(), "24 hours");
    }
    List<UUID> all = cleanup.expired();

    List<UUID> first = cleanup.expired(null, 2);
    List<UUID> rest = cleanup.expired(first.getLast(), 100);

    assertThat(first).isEqualTo(all.subList(0, 2));
    assertThat(rest).isEqualTo(all.subList(2, all.size()));
  }

  @Test
  void listsFirstWhatExpiredFirst() throws SQLException {
    UUID older = user.export();
    DATABASE.age(export, "25 hours");
    DATABASE.age(older, "26 hours");

    assertThat(cleanup.expired()).containsSubsequence(older, export);
    assertThat(cleanup.expired(older, 100)).contains(export).doesNotContain(older);
  }

  @Test
  void listsNoMoreAfterOneThatIsGone() throws SQLException {
    DATABASE.age(export, "24 hours");

    assertThat(cleanup.expired(Ids.next(), 100)).isEmpty();
  }
}
