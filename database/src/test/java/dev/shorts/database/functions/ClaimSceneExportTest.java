package dev.shorts.database.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.database.driver.AtOnce;
import dev.shorts.database.driver.Database;
import dev.shorts.database.driver.Ids;
import dev.shorts.database.driver.Row;
import dev.shorts.database.driver.Server;
import dev.shorts.database.driver.User;
import dev.shorts.database.driver.Worker;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ClaimSceneExportTest {

  private static final Database DATABASE = Server.migrated();

  private final User user = DATABASE.user();
  private final UUID export = user.export();
  private final Worker worker = Worker.on(DATABASE);
  private final Worker other = Worker.on(DATABASE);

  ClaimSceneExportTest() throws SQLException {}

  @Test
  void givesTheWorkerTheSceneAsItWasWhenTheExportWasMade() throws SQLException {
    DATABASE.superuser().run("UPDATE scenes SET start_s = 0, end_s = 1");
    DATABASE.superuser().run("UPDATE videos SET storage_path = 'other.mp4'");

    Row claim = worker.claim(export);

    assertThat(claim.text("outcome")).isEqualTo("claimed");
    assertThat(claim.id("user_id")).isEqualTo(user.id());
    assertThat(claim.get("start_s")).isEqualTo(new BigDecimal("12.5"));
    assertThat(claim.get("end_s")).isEqualTo(new BigDecimal("57"));
    assertThat(claim.text("source_path")).isEqualTo("holiday.mp4");
    assertThat(claim.text("aspect_ratio_strategy")).isEqualTo("center_crop");
    assertThat(claim.text("output_quality")).isEqualTo("high");
    assertThat(claim.number("attempt")).isEqualTo(1);
    assertThat(claim.time("deadline_at"))
        .isEqualTo(claim.time("created_at").plus(Duration.ofHours(2)));
    assertThat((BigDecimal) claim.get("queued_for_s")).isBetween(BigDecimal.ZERO, BigDecimal.TEN);
    assertThat(user.get(export).getFirst().text("status")).isEqualTo("processing");
  }

  @Test
  void isHeldByOneWorkerAtATime() throws SQLException {
    worker.claim(export);

    assertThat(other.claim(export).text("outcome")).isEqualTo("held");
  }

  @Test
  void countsOnceWhenTheSameWorkerRepeatsIt() throws SQLException {
    worker.claim(export);

    Row again = worker.claim(export);

    assertThat(again.text("outcome")).isEqualTo("claimed");
    assertThat(again.number("attempt")).isEqualTo(1);
  }

  @Test
  void passesToAnotherWhenTheLeaseRunsOut() throws SQLException {
    worker.claim(export);
    worker.renew(export, 60);
    DATABASE.lapse(export);

    Row claim = other.claim(export);

    assertThat(claim.text("outcome")).isEqualTo("claimed");
    assertThat(claim.number("attempt")).isEqualTo(2);
    assertThat(user.get(export).getFirst().number("progress")).isZero();
  }

  @Test
  void failsTheExportWhenThreeTriesWereLost() throws SQLException {
    for (int i = 0; i < 3; i++) {
      assertThat(Worker.on(DATABASE).claim(export).text("outcome")).isEqualTo("claimed");
      DATABASE.lapse(export);
    }

    Row claim = worker.claim(export);
    assertThat(claim.text("outcome")).isEqualTo("failed");
    assertThat(claim.text("reason")).isEqualTo("GAVE_UP_TRIES");
    assertThat(claim.number("attempt")).isEqualTo(3);
    Row failed = user.get(export).getFirst();
    assertThat(failed.text("status")).isEqualTo("failed");
    assertThat(failed.text("error_message")).startsWith("We could not make this short");
    assertThat(failed.get("completed_at")).isNotNull();
    assertThat(worker.claim(export).text("outcome")).isEqualTo("nothing_to_do");
  }

  @Test
  void failsAnExportThatIsTooLate() throws SQLException {
    DATABASE.age(export, "2 hours");

    assertThat(worker.claim(export).text("reason")).isEqualTo("GAVE_UP_TIME");
    assertThat(user.get(export).getFirst().text("error_message"))
        .isEqualTo("We were too busy to make this short in time. Please create a new export.");
  }

  @Test
  void leavesALateExportToWhoHoldsIt() throws SQLException {
    worker.claim(export);
    DATABASE.age(export, "2 hours");
    worker.renew(export, 60);

    assertThat(other.claim(export).text("outcome")).isEqualTo("held");
    assertThat(worker.complete(export)).isTrue();
  }

  @Test
  void findsNothingToDoWhereAnExportIsFinishedExpiredOrGone() throws SQLException {
    UUID expired = user.export();
    DATABASE.age(expired, "24 hours");
    worker.claim(export);
    worker.complete(export);

    assertThat(other.claim(export).text("outcome")).isEqualTo("nothing_to_do");
    assertThat(other.claim(expired).text("outcome")).isEqualTo("nothing_to_do");
    assertThat(other.claim(Ids.next()).text("outcome")).isEqualTo("nothing_to_do");
    assertThat(DATABASE.export(expired).text("status")).isEqualTo("pending");
  }

  @Test
  void failsAtOnceWhatNoTryWouldMake() throws SQLException {
    // Other people's columns may be empty.
    DATABASE.superuser().run("ALTER TABLE videos ALTER COLUMN storage_path DROP NOT NULL");
    DATABASE.superuser().run("UPDATE videos SET storage_path = NULL WHERE id = ?", user.video());
    assertFailsAtOnce("source_path = NULL", "NO_SOURCE");
    for (String blank : new String[] {"", " \t\n"}) {
      DATABASE
          .superuser()
          .run("UPDATE videos SET storage_path = ? WHERE id = ?", blank, user.video());
      assertFailsAtOnce("notice = NULL", "NO_SOURCE"); // as it is made
      assertFailsAtOnce("source_path = '%s'".formatted(blank), "NO_SOURCE"); // from before V26
    }
    DATABASE.superuser().run("UPDATE videos SET storage_path = 'a' WHERE id = ?", user.video());
    assertFailsAtOnce("scene_end_s = scene_start_s", "NO_LENGTH");
    assertFailsAtOnce("scene_end_s = 'NaN'", "NO_LENGTH");
    assertFailsAtOnce("aspect_ratio_strategy = 'smart_crop'", "NOT_OFFERED");
  }

  @Test
  void findsAVideoThatCameAfterTheExportWasMade() throws SQLException {
    DATABASE.superuser().run("UPDATE videos SET storage_path = '' WHERE id = ?", user.video());
    UUID early = user.export();
    DATABASE.superuser().run("UPDATE videos SET storage_path = 'a' WHERE id = ?", user.video());

    Row claim = worker.claim(early);

    assertThat(claim.text("outcome")).isEqualTo("claimed");
    assertThat(claim.text("source_path")).isEqualTo("a");
  }

  private void assertFailsAtOnce(String change, String reason) throws SQLException {
    UUID odd = user.export();
    DATABASE.superuser().run("UPDATE scene_exports SET " + change + " WHERE id = ?", odd);

    Row claim = worker.claim(odd);
    assertThat(claim.text("outcome")).isEqualTo("failed");
    assertThat(claim.text("reason")).isEqualTo(reason);
    assertThat(claim.number("attempt")).isEqualTo(1);
    assertThat(user.get(odd).getFirst().text("error_message")).endsWith(".");
    assertThat(other.claim(odd).text("outcome")).isEqualTo("nothing_to_do");
  }

  @Test
  void ofManyWorkersAtOnceOneGetsIt() throws Exception {
    var answers =
        AtOnce.ask(
            20, DATABASE, Server.WORKER, session -> new Worker(session, Ids.next()).claim(export));

    assertThat(answers).filteredOn(row -> row.text("outcome").equals("claimed")).hasSize(1);
    assertThat(answers).filteredOn(row -> row.text("outcome").equals("held")).hasSize(19);
  }
}
