package dev.shorts.database.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.database.driver.Cleanup;
import dev.shorts.database.driver.Database;
import dev.shorts.database.driver.Row;
import dev.shorts.database.driver.Server;
import dev.shorts.database.driver.User;
import dev.shorts.database.driver.Worker;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests a worker's calls with a token that holds the export, and with one that lost it. */
class HoldSceneExportTest {

  private static final Database DATABASE = Server.migrated();

  private final User user = DATABASE.user();
  private final UUID export = user.export();
  private final Worker worker = Worker.on(DATABASE);
  private final Worker successor = Worker.on(DATABASE);

  HoldSceneExportTest() throws SQLException {}

  @BeforeEach
  void claim() throws SQLException {
    worker.claim(export);
  }

  @Test
  void renewingMovesTheLeaseAndTheProgressForward() throws SQLException {
    DATABASE.lapse(export);

    assertThat(worker.renew(export, 40)).isTrue();
    assertThat(worker.renew(export, 30)).isTrue();

    Row row = DATABASE.export(export);
    assertThat(row.number("progress")).isEqualTo(40);
    assertThat(Duration.between(row.time("created_at"), row.time("lease_until")))
        .isBetween(Duration.ofSeconds(120), Duration.ofSeconds(180));
  }

  @Test
  void completingEndsIt() throws SQLException {
    assertThat(worker.complete(export)).isTrue();

    Row completed = DATABASE.export(export);
    assertThat(completed.text("status")).isEqualTo("completed");
    assertThat(completed.time("completed_at"))
        .isEqualTo(completed.time("completed_at").truncatedTo(ChronoUnit.SECONDS));
    assertThat(completed.get("lease_until")).isNull();
  }

  @Test
  void aDeliveryToldTwiceIsHeldBothTimes() throws SQLException {
    worker.complete(export);
    Row completed = DATABASE.export(export);

    assertThat(worker.complete(export)).isTrue();
    assertThat(DATABASE.export(export)).isEqualTo(completed);
  }

  @Test
  void theSourcesFaultIsFinalAtOnce() throws SQLException {
    assertThat(worker.fail(export)).isTrue();

    Row failed = user.get(export).getFirst();
    assertThat(failed.text("status")).isEqualTo("failed");
    assertThat(failed.text("error_message")).isEqualTo("This is no video.");
    assertThat(failed.get("completed_at")).isNotNull();
    assertThat(successor.claim(export).text("outcome")).isEqualTo("nothing_to_do");
  }

  @Test
  void whoComesBackTooLateChangesNothing() throws SQLException {
    DATABASE.lapse(export);
    successor.claim(export);
    Row before = DATABASE.export(export);

    assertThat(worker.renew(export, 99)).isFalse();
    assertThat(worker.complete(export)).isFalse();
    assertThat(worker.fail(export)).isFalse();
    assertThat(worker.release(export)).isEqualTo("lost");
    assertThat(DATABASE.export(export)).isEqualTo(before);
  }

  @Test
  void whoIsLateMayStillCompleteWhatNobodyElseHasClaimed() throws SQLException {
    DATABASE.lapse(export);

    assertThat(worker.complete(export)).isTrue();
  }

  @Test
  void nothingLeavesCompletedOrFailed() throws SQLException {
    worker.complete(export);
    Row completed = DATABASE.export(export);

    assertThat(worker.fail(export)).isFalse();
    assertThat(worker.renew(export, 10)).isFalse();
    assertThat(worker.release(export)).isEqualTo("lost");
    DATABASE.age(export, "3 hours");
    assertThat(Cleanup.on(DATABASE).sweep()).doesNotContainKey(export);
    assertThat(DATABASE.export(export).text("status")).isEqualTo(completed.text("status"));
  }

  @Test
  void releasedItCanBeClaimedAtOnce() throws SQLException {
    assertThat(worker.release(export)).isEqualTo("released");
    assertThat(user.get(export).getFirst().text("status")).isEqualTo("processing");
    assertThat(worker.complete(export)).as("it let go").isFalse();

    assertThat(successor.claim(export).number("attempt")).isEqualTo(2);
  }

  @Test
  void whatIsSaidTwiceIsAnsweredTwice() throws SQLException {
    assertThat(worker.release(export)).isEqualTo("released");
    assertThat(worker.release(export)).isEqualTo("released");
    assertThat(worker.renew(export, 10)).as("it let go").isFalse();

    successor.claim(export);
    assertThat(successor.fail(export)).isTrue();
    assertThat(successor.fail(export)).isTrue();
    assertThat(worker.release(export)).isEqualTo("lost");
  }

  @Test
  void releasedAfterTheLastTryItFails() throws SQLException {
    worker.release(export);
    successor.claim(export);
    successor.release(export);
    Worker last = Worker.on(DATABASE);
    last.claim(export);

    assertThat(last.release(export)).isEqualTo("failed");
    assertThat(last.release(export)).isEqualTo("failed");
    assertThat(user.get(export).getFirst().text("error_message")).isEqualTo("We had trouble.");
  }
}
