package dev.shorts.database.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.shorts.database.driver.Cleanup;
import dev.shorts.database.driver.Database;
import dev.shorts.database.driver.Ids;
import dev.shorts.database.driver.Row;
import dev.shorts.database.driver.Server;
import dev.shorts.database.driver.Session;
import dev.shorts.database.driver.User;
import dev.shorts.database.driver.Worker;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SweepSceneExportsTest {

  private static final Database DATABASE = Server.migrated();

  private final User user = DATABASE.user();
  private final UUID export = user.export();
  private final Worker worker = Worker.on(DATABASE);
  private final Cleanup cleanup = Cleanup.on(DATABASE);

  SweepSceneExportsTest() throws SQLException {}

  @Test
  void leavesAFreshExportToItsMessage() throws SQLException {
    assertThat(cleanup.sweep()).doesNotContainKey(export);
  }

  @Test
  void queuesAnExportAgainThatWasPendingForFiveMinutes() throws SQLException {
    DATABASE.age(export, "5 minutes");

    assertThat(cleanup.sweep()).contains(entry(export, "requeue"));
  }

  @Test
  void leavesPendingExportsToTheQueueWhileSomethingWaitsThere() throws SQLException {
    DATABASE.age(export, "5 minutes");

    assertThat(cleanup.sweep(false)).doesNotContainKey(export);
  }

  @Test
  void queuesAnExportAgainWhoseLeaseRanOut() throws SQLException {
    worker.claim(export);
    assertThat(cleanup.sweep()).doesNotContainKey(export);
    DATABASE.lapse(export);

    assertThat(cleanup.sweep(false)).contains(entry(export, "requeue"));
  }

  @Test
  void queuesAnExportAgainThatItsWorkerReleased() throws SQLException {
    worker.claim(export);
    worker.release(export);

    assertThat(cleanup.sweep()).contains(entry(export, "requeue"));
  }

  @Test
  void queuesNoneTwiceWithinFiveMinutes() throws SQLException {
    DATABASE.age(export, "5 minutes");
    cleanup.sweep();
    assertThat(cleanup.sweep()).doesNotContainKey(export);

    DATABASE.age(export, "5 minutes");
    assertThat(cleanup.sweep()).contains(entry(export, "requeue"));
  }

  @Test
  void skipsWhatAnotherSweepIsAt() throws SQLException {
    DATABASE.age(export, "5 minutes");
    try (Session other = DATABASE.login(Server.WORKER)) {
      other.connection().setAutoCommit(false);

      assertThat(new Cleanup(other).sweep()).contains(entry(export, "requeue"));
      assertThat(cleanup.sweep()).doesNotContainKey(export);
    }
  }

  @Test
  void failsWhatNobodyHoldsAfterTheDeadline() throws SQLException {
    DATABASE.age(export, "2 hours");

    Row swept = cleanup.swept(export);
    assertThat(swept.text("action")).isEqualTo("failed");
    assertThat(swept.text("reason")).isEqualTo("GAVE_UP_TIME");
    assertThat(swept.number("attempt")).isZero();
    assertThat(user.get(export).getFirst().text("error_message")).startsWith("We were too busy");
  }

  @Test
  void failsWhatHasNoTryLeft() throws SQLException {
    for (int i = 0; i < 3; i++) {
      Worker.on(DATABASE).claim(export);
      DATABASE.lapse(export);
    }

    Row swept = cleanup.swept(export);
    assertThat(swept.text("reason")).isEqualTo("GAVE_UP_TRIES");
    assertThat(swept.number("attempt")).isEqualTo(3);
    assertThat(user.get(export).getFirst().text("error_message")).startsWith("We could not make");
  }

  @Test
  void leavesWhatIsHeldAfterTheDeadline() throws SQLException {
    worker.claim(export);
    DATABASE.age(export, "2 hours");
    worker.renew(export, 50);

    assertThat(cleanup.sweep()).doesNotContainKey(export);
  }

  @Test
  void aDeadLetterIsQueuedAgainWhileTriesAreLeftAndTheSweepNeedNot() throws SQLException {
    DATABASE.age(export, "5 minutes");

    assertThat(cleanup.settleDeadLetter(export)).isEqualTo("requeue");
    assertThat(cleanup.sweep()).doesNotContainKey(export);
  }

  @Test
  void aDeadLetterFailsItsExportOnlyWhenNoTryIsLeftAndNobodyHoldsIt() throws SQLException {
    for (int i = 0; i < 3; i++) {
      DATABASE.lapse(export);
      Worker.on(DATABASE).claim(export);
    }

    assertThat(cleanup.settleDeadLetter(export)).isEqualTo("held");
    DATABASE.lapse(export);
    Row settled = cleanup.settled(export);
    assertThat(settled.text("outcome")).isEqualTo("failed");
    assertThat(settled.text("reason")).isEqualTo("GAVE_UP_TRIES");
    assertThat(settled.number("attempt")).isEqualTo(3);
    assertThat(cleanup.settleDeadLetter(export)).isEqualTo("nothing_to_do");
  }

  @Test
  void aDeadLetterOfNoExportIsNothingToDo() throws SQLException {
    assertThat(cleanup.settleDeadLetter(Ids.next())).isEqualTo("nothing_to_do");
  }
}
