package dev.shorts.database.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.shorts.database.driver.Cleanup;
import dev.shorts.database.driver.Database;
import dev.shorts.database.driver.Ids;
import dev.shorts.database.driver.Neighbours;
import dev.shorts.database.driver.Row;
import dev.shorts.database.driver.Server;
import dev.shorts.database.driver.User;
import dev.shorts.database.driver.Worker;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The exports of a table that stood before our migrations came. */
class RowsFromBeforeTest {

  private final Neighbours neighbours = new Neighbours(Server.empty());
  private final Database database = neighbours.database();

  @Test
  void exportsThatStoodBeforeAreMadeToo() throws SQLException, IOException {
    neighbours.build(Neighbours.RELATIVE, "tables", "uid", "scene_exports");
    User user = database.user();
    UUID export = Ids.next();
    database
        .superuser()
        .run(
            """
            INSERT INTO scene_exports
                (id, scene_id, user_id, aspect_ratio_strategy, output_quality, created_at, expires_at)
            VALUES (?, ?, ?, 'center_crop', 'high', now() - interval '1 hour', now() + interval '23 hours')
            """,
            export,
            user.scene("0.1", "45.3"),
            user.id());
    database.superuser().run("ALTER TABLE scene_exports FORCE ROW LEVEL SECURITY");

    neighbours.migrate();

    assertThat(user.get(export)).hasSize(1);
    Row claim = Worker.on(database).claim(export);
    assertThat(claim.text("outcome")).isEqualTo("claimed");
    assertThat(claim.get("start_s")).isEqualTo(new BigDecimal("0.1"));
    assertThat(claim.get("end_s")).isEqualTo(new BigDecimal("45.3"));
    assertThat(claim.text("source_path")).isEqualTo("holiday.mp4");
    assertThat(claim.time("deadline_at")).isEqualTo(claim.time("created_at").plusSeconds(7200));
  }

  @Test
  void whatStoodBeforeIsShownSweptClaimedAndExpiredHoweverLittleItSays()
      throws SQLException, IOException {
    neighbours.build(Neighbours.RELATIVE, "tables", "uid", "scene_exports");
    User user = database.user();
    UUID done = stood(user, "completed", "center_crop", "1 hour");
    UUID failed = stood(user, "failed", "center_crop", "1 hour");
    UUID underWay = stood(user, "processing", "letterbox", "1 hour");
    UUID smart = stood(user, "pending", "smart_crop", "1 hour");
    UUID late = stood(user, "processing", "center_crop", "3 hours");
    UUID expired = stood(user, "completed", "center_crop", "25 hours");

    neighbours.migrate();

    Row shown = user.get(done).getFirst();
    assertThat(shown.text("storage_path"))
        .isEqualTo("exports/%s/%s.mp4".formatted(user.id(), done));
    assertThat(shown.time("completed_at")).isEqualTo(shown.time("created_at"));
    assertThat(shown.get("file_size_bytes")).isNull();
    assertThat(user.get(failed).getFirst().text("error_message")).startsWith("We could not make");
    assertThat(user.get(failed).getFirst().get("completed_at")).isNotNull();
    var cleanup = Cleanup.on(database);
    assertThat(cleanup.sweep())
        .containsOnly(entry(underWay, "requeue"), entry(smart, "requeue"), entry(late, "failed"));
    var worker = Worker.on(database);
    assertThat(worker.claim(underWay).text("outcome")).isEqualTo("claimed");
    assertThat(worker.claim(smart).text("reason")).isEqualTo("NOT_OFFERED");
    assertThat(worker.claim(done).text("outcome")).isEqualTo("nothing_to_do");
    assertThat(cleanup.expired()).containsExactly(expired);
    assertThat(user.get(expired).getFirst().yes("expired")).isTrue();
  }

  /** As an export may stand there that the system before left: with nothing that may be null. */
  private UUID stood(User user, String status, String strategy, String age) throws SQLException {
    UUID export = Ids.next();
    database
        .superuser()
        .run(
            """
            INSERT INTO scene_exports
                (id, scene_id, user_id, status, aspect_ratio_strategy, output_quality, created_at, expires_at)
            SELECT ?, ?, ?, ?, ?, 'high', past, past + interval '24 hours'
              FROM (SELECT now() - CAST(? AS interval) AS past) before
            """,
            export,
            user.scene("0.1", "45.3"),
            user.id(),
            status,
            strategy,
            age);
    return export;
  }
}
