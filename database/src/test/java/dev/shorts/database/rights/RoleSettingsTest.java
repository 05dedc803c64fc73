package dev.shorts.database.rights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.database.driver.Database;
import dev.shorts.database.driver.Ids;
import dev.shorts.database.driver.Neighbours;
import dev.shorts.database.driver.Server;
import dev.shorts.database.driver.Session;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Settings that a platform has made for its whole database don't reach our roles. */
class RoleSettingsTest {

  private final Neighbours neighbours = new Neighbours(Server.empty());
  private final Database database = neighbours.database();

  @Test
  void anotherSearchPathChangesNothing() throws SQLException {
    setForAll("search_path = app");
    neighbours.migrate();

    try (Session api = database.login(Server.API);
        Session worker = database.login(Server.WORKER)) {
      assertThat(api.rows("SELECT * FROM get_scene_export(?, ?)", Ids.next(), Ids.next()))
          .isEmpty();
      assertThat(worker.rows("SELECT * FROM expired_scene_exports(NULL, 1)")).isEmpty();
    }
  }

  @Test
  void anotherIsolationChangesNothing() throws SQLException {
    setForAll("default_transaction_isolation = 'repeatable read'");

    neighbours.migrate();

    neighbours.exportOneOfTheirScenes();
  }

  /** As after the restoring of a copy, which doesn't hold the settings of roles. */
  @Test
  void settingsThatWereLostComeBackAtTheNextRun() throws SQLException {
    setForAll("search_path = app");
    neighbours.migrate();
    for (String role : new String[] {Server.API, Server.WORKER}) {
      database
          .superuser()
          .run("ALTER ROLE \"%s\" IN DATABASE %s RESET ALL".formatted(role, database.name()));
    }

    neighbours.migrate();

    try (Session worker = database.login(Server.WORKER)) {
      assertThat(worker.rows("SELECT * FROM expired_scene_exports(NULL, 1)")).isEmpty();
    }
  }

  private void setForAll(String setting) throws SQLException {
    database.superuser().run("ALTER DATABASE %s SET %s".formatted(database.name(), setting));
  }
}
