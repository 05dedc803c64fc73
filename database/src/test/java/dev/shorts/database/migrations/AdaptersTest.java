package dev.shorts.database.migrations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.database.driver.Cleanup;
import dev.shorts.database.driver.Database;
import dev.shorts.database.driver.Ids;
import dev.shorts.database.driver.Neighbours;
import dev.shorts.database.driver.Request;
import dev.shorts.database.driver.Row;
import dev.shorts.database.driver.Server;
import dev.shorts.database.driver.Session;
import dev.shorts.database.driver.User;
import dev.shorts.database.driver.Worker;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Both ways of docs/adopting.md for tables that look different, from migration to delete. */
class AdaptersTest {

  private final Neighbours neighbours = new Neighbours(Server.empty());
  private final Database database = neighbours.database();

  @Test
  void generatedColumnsStandInForColumnsOfOtherNamesAndTypes() throws SQLException, IOException {
    allowCreating(Neighbours.RELATIVE);
    run(Neighbours.RELATIVE, "their_columns");
    run(Neighbours.RELATIVE, "columns");
    neighbours.migrate();
    UUID user = Ids.next();
    UUID video = Ids.next();
    UUID scene = Ids.next();
    Session theirs = database.as(Neighbours.RELATIVE);
    theirs.run("INSERT INTO auth.users VALUES (?)", user);
    theirs.run("INSERT INTO videos VALUES (?, ?, 's3://bucket/a/b.mp4')", video, user);
    theirs.run("INSERT INTO scenes VALUES (?, ?, '01:00:00.5', '01:00:30')", scene, video);

    UUID export = fromPostToDelete(user, scene, "3600.5", "3630", "a/b.mp4");

    theirs.run("DELETE FROM scenes WHERE id = ?", scene);
    assertThat(database.superuser().rows("SELECT FROM scene_exports WHERE id = ?", export))
        .isEmpty();
  }

  @Test
  void copiesThatTriggersFillStandInForNumbersAndOtherSchemas() throws SQLException, IOException {
    allowCreating(Neighbours.STRANGER);
    run(Neighbours.STRANGER, "their_tables");
    neighbours.migrate();
    run(Server.OWNER, "copies");
    database
        .as(Server.OWNER)
        .run(
            "GRANT EXECUTE ON FUNCTION copy_clip, copy_moment, drop_copy TO "
                + Neighbours.STRANGER);
    run(Neighbours.STRANGER, "triggers");
    Session theirs = database.as(Neighbours.STRANGER);
    theirs.run("INSERT INTO app.accounts VALUES (2, 'later')");
    theirs.run("INSERT INTO app.clips VALUES (7, 2, NULL)");
    theirs.run("INSERT INTO app.moments VALUES (9, 7, 0, 1)");
    theirs.run("UPDATE app.clips SET file = 'a/b.mp4' WHERE id = 7");
    theirs.run("UPDATE app.moments SET from_ms = 3600500, to_ms = 3630000 WHERE id = 9");

    UUID before = fromPostToDelete(id("user 1"), id("scene 1"), "0", "5", "before.mp4");
    UUID later = fromPostToDelete(id("user 2"), id("scene 9"), "3600.5", "3630", "a/b.mp4");

    theirs.run("DELETE FROM app.moments WHERE id = 1");
    theirs.run("DELETE FROM app.accounts WHERE id = 2");
    assertThat(
            database
                .superuser()
                .rows("SELECT FROM scene_exports WHERE id IN (?, ?)", before, later))
        .isEmpty();
    assertThat(database.superuser().rows("SELECT FROM videos WHERE id = ?", id("video 7")))
        .isEmpty();
    assertThat(database.superuser().rows("SELECT FROM auth.users WHERE id = ?", id("user 2")))
        .isEmpty();
  }

  /** Leaves a finished one for the test to delete. */
  private UUID fromPostToDelete(UUID userId, UUID scene, String start, String end, String path)
      throws SQLException {
    var user = new User(database, userId, null);
    UUID export = exportAndFinish(user, scene, start, end, path);
    database.age(export, "49 hours");
    var cleanup = Cleanup.on(database);
    assertThat(cleanup.markDeleted(export)).isOne();
    assertThat(cleanup.delete()).isOne();
    assertThat(Request.of(scene).by(new User(database, Ids.next(), null)).text("outcome"))
        .as("of another user")
        .isEqualTo("scene_not_found");
    return exportAndFinish(user, scene, start, end, path);
  }

  private UUID exportAndFinish(User user, UUID scene, String start, String end, String path)
      throws SQLException {
    Row created = Request.of(scene).by(user);
    assertThat(created.text("outcome")).isEqualTo("created");
    UUID export = created.id("export_id");
    var worker = Worker.on(database);
    Row claim = worker.claim(export);
    assertThat(claim.text("outcome")).isEqualTo("claimed");
    assertThat((BigDecimal) claim.get("start_s")).isEqualByComparingTo(start);
    assertThat((BigDecimal) claim.get("end_s")).isEqualByComparingTo(end);
    assertThat(claim.text("source_path")).isEqualTo(path);
    assertThat(worker.complete(export)).isTrue();
    assertThat(user.get(export).getFirst().text("status")).isEqualTo("completed");
    return export;
  }

  private UUID id(String of) throws SQLException {
    return database.superuser().row("SELECT CAST(md5(?) AS uuid) AS id", of).id("id");
  }

  private void allowCreating(String role) throws SQLException {
    database
        .superuser()
        .run(
            "GRANT CREATE ON DATABASE %s TO %2$s; GRANT CREATE ON SCHEMA public TO %2$s"
                .formatted(database.name(), role));
  }

  private void run(String role, String part) throws SQLException, IOException {
    try (var sql = getClass().getResourceAsStream("/adapters/%s.sql".formatted(part))) {
      database.as(role).run(new String(sql.readAllBytes(), UTF_8));
    }
  }
}
