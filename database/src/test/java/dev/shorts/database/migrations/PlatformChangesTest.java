package dev.shorts.database.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.database.driver.Database;
import dev.shorts.database.driver.Neighbours;
import dev.shorts.database.driver.Refusal;
import dev.shorts.database.driver.Request;
import dev.shorts.database.driver.Server;
import dev.shorts.database.driver.Session;
import dev.shorts.database.driver.User;
import java.io.IOException;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the changes that the platform's owner may still make, as docs/adopting.md lists them. */
class PlatformChangesTest {

  private static final Neighbours NEIGHBOURS = migrated();
  private static final Database DATABASE = NEIGHBOURS.database();

  private static Neighbours migrated() {
    try {
      var neighbours = new Neighbours(Server.empty());
      neighbours.build(Neighbours.RELATIVE, "tables", "uid");
      neighbours.migrate();
      return neighbours;
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE videos DROP COLUMN owner_id",
        "ALTER TABLE videos ALTER COLUMN owner_id TYPE text",
        "ALTER TABLE scenes ALTER COLUMN id TYPE text",
        "DROP TABLE scenes",
        "DROP TABLE auth.users",
        "DROP FUNCTION auth.uid()",
        "TRUNCATE scenes",
        "TRUNCATE auth.users"
      })
  void isRefusedBecauseOfUs(String sql) {
    assertThat(Refusal.of(() -> DATABASE.as(Neighbours.RELATIVE).run(sql)))
        .containsAnyOf("depend", "used in a policy", "referenced in a foreign key", "foreign key");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE videos ADD COLUMN length_s int, DROP COLUMN title",
        "ALTER TABLE scenes ALTER COLUMN start_s TYPE numeric, ALTER COLUMN end_s TYPE real",
        "ALTER TABLE videos ALTER COLUMN storage_path TYPE varchar(1000)",
        "CREATE POLICY mine ON scenes USING (true)"
      })
  void worksAsBefore(String sql) throws SQLException {
    try (Session theirs = DATABASE.login(Neighbours.RELATIVE)) {
      theirs.connection().setAutoCommit(false);
      theirs.run(sql);
      theirs.connection().rollback();
    }
  }

  @Test
  void aSceneAVideoOrAUserThatGoesTakesItsExportsAlong() throws SQLException {
    for (String what : new String[] {"scenes", "videos", "auth.users"}) {
      User user = DATABASE.user();
      UUID scene = user.scene("0", "1");
      UUID export = Request.of(scene).by(user).id("export_id");
      UUID id =
          switch (what) {
            case "scenes" -> scene;
            case "videos" -> user.video();
            default -> user.id();
          };

      DATABASE.superuser().run("DELETE FROM %s WHERE id = ?".formatted(what), id);

      assertThat(DATABASE.superuser().rows("SELECT FROM scene_exports WHERE id = ?", export))
          .as(what)
          .isEmpty();
    }
  }
}
