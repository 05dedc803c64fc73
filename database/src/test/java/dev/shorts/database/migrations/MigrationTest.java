package dev.shorts.database.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shorts.database.driver.Database;
import dev.shorts.database.driver.Server;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationTest {

  @Test
  void testsRunOnThePostgresThatTheBuildNames() throws SQLException {
    assertThat(System.getProperty("postgres.version"))
        .startsWith(
            Server.empty().superuser().row("SHOW server_version").text("server_version") + ".");
  }

  @Test
  void makesAllThatIsMissingOnAnEmptyDatabase() throws SQLException {
    Database database = Server.empty();

    assertThat(Server.flyway(database.name(), Server.OWNER).migrate().migrationsExecuted)
        .isEqualTo(Server.NEWEST);

    assertThat(database.user().export()).isNotNull();
    assertThat(indexes(database))
        .contains(
            "idx_scene_exports_scene_id",
            "idx_scene_exports_user_id",
            "idx_scene_exports_status",
            "idx_scene_exports_expires_at",
            "idx_scene_exports_created_at",
            "idx_scene_exports_user_created");
  }

  @Test
  void runByAnOwnerThatIsNoSuperuser() throws SQLException {
    assertThat(
            Server.empty()
                .superuser()
                .row(
                    "SELECT rolsuper, rolbypassrls, rolcreaterole FROM pg_roles WHERE rolname = ?",
                    Server.OWNER)
                .values())
        .isEqualTo(Map.of("rolsuper", false, "rolbypassrls", false, "rolcreaterole", true));
  }

  @Test
  void changesNothingTheSecondTime() {
    assertThat(Server.flyway(Server.migrated().name(), Server.OWNER).migrate().migrationsExecuted)
        .isZero();
  }

  @Test
  void forcesRowSecurity() throws SQLException {
    assertThat(
            Server.migrated()
                .superuser()
                .row(
                    """
                    SELECT relrowsecurity AND relforcerowsecurity AS forced
                      FROM pg_class WHERE oid = 'scene_exports'::regclass
                    """)
                .yes("forced"))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"BYPASSRLS", "CREATEROLE", "SUPERUSER", "IN ROLE " + Server.OWNER})
  void refusesARoleThatRowSecurityWouldNotHold(String might) throws SQLException {
    Database database = Server.empty();
    database.superuser().run("DROP ROLE IF EXISTS mighty; CREATE ROLE mighty " + might);

    assertThatThrownBy(() -> Server.flyway(database.name(), Server.OWNER, "mighty").migrate())
        .hasMessageContaining("The role mighty may do too much");
  }

  private static String indexes(Database database) throws SQLException {
    return database
        .superuser()
        .row(
            "SELECT string_agg(indexname, ' ') AS names FROM pg_indexes WHERE tablename ="
                + " 'scene_exports'")
        .text("names");
  }
}
