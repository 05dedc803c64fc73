package dev.shorts.database.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shorts.database.driver.Database;
import dev.shorts.database.driver.Neighbours;
import dev.shorts.database.driver.Refusal;
import dev.shorts.database.driver.Request;
import dev.shorts.database.driver.Row;
import dev.shorts.database.driver.Server;
import dev.shorts.database.driver.Session;
import dev.shorts.database.driver.User;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nobody but our two roles reaches what is ours, also where default privileges open all that its
 * owner makes, as Supabase sets them.
 */
class ClosedToOthersTest {

  private static final List<String> OTHERS = List.of("anon", "authenticated", "service_role");
  private static final Database DATABASE = openedByDefault();

  private final User user = DATABASE.user();
  private final User other = DATABASE.user();

  ClosedToOthersTest() throws SQLException {}

  private static Database openedByDefault() {
    try {
      Database database = Server.empty();
      for (String role : OTHERS) {
        database
            .superuser()
            .run(
                """
                CREATE ROLE %1$s LOGIN;
                GRANT USAGE ON SCHEMA public TO %1$s;
                ALTER DEFAULT PRIVILEGES FOR ROLE %2$s GRANT ALL ON TABLES TO %1$s WITH GRANT OPTION;
                ALTER DEFAULT PRIVILEGES FOR ROLE %2$s GRANT ALL ON FUNCTIONS TO %1$s;
                """
                    .formatted(role, Server.OWNER));
      }
      Server.flyway(database.name(), Server.OWNER).migrate();
      return database;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterEach
  void migrate() {
    Server.flyway(DATABASE.name(), Server.OWNER).migrate();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT FROM %s",
        "INSERT INTO %s DEFAULT VALUES",
        "DELETE FROM %s",
        "TRUNCATE %s",
        "CREATE TRIGGER mine BEFORE INSERT ON %s EXECUTE FUNCTION mine()"
      })
  void noOtherReachesATable(String sql) {
    for (String table : List.of("scene_exports", "shorts_export_history")) {
      for (String role : OTHERS) {
        assertThat(Refusal.of(() -> DATABASE.as(role).run(sql.formatted(table))))
            .isEqualTo("ERROR: permission denied for table " + table);
      }
    }
  }

  @Test
  void noOtherMayUpdateAColumn() throws SQLException {
    assertThat(
            DATABASE
                .superuser()
                .rows(
                    """
                    SELECT attname, role FROM pg_attribute,
                           unnest(ARRAY['anon', 'authenticated', 'service_role', 'pg_monitor']) role
                     WHERE attrelid IN ('scene_exports'::regclass, 'shorts_export_history'::regclass)
                       AND attnum > 0
                       AND has_column_privilege(role, attrelid, attnum, 'SELECT, INSERT, UPDATE, REFERENCES')
                    """))
        .isEmpty();
  }

  /** Each that there is: one that a later migration makes as well. */
  @Test
  void noOtherMayCallAFunction() throws SQLException {
    List<Row> functions =
        DATABASE
            .superuser()
            .rows("SELECT oid, proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace");

    assertThat(functions).hasSize(17);
    for (Row function : functions) {
      for (String role : OTHERS) {
        assertThat(
                DATABASE
                    .superuser()
                    .row(
                        "SELECT has_function_privilege(?, ?::oid, 'EXECUTE') AS may",
                        role,
                        function.get("oid"))
                    .yes("may"))
            .as(role + " " + function.text("proname"))
            .isFalse();
      }
    }
  }

  @Test
  void noOtherActsForACaller() throws SQLException {
    UUID theirs = other.scene("10", "999.5");
    for (String role : OTHERS) {
      DATABASE
          .superuser()
          .run(
              """
              GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO %1$s;
              GRANT ALL ON scene_exports, videos, scenes TO %1$s;
              GRANT USAGE ON SCHEMA auth TO %1$s;
              CREATE POLICY own_videos_%1$s ON videos TO %1$s USING (owner_id = auth.uid());
              CREATE POLICY own_scenes_%1$s ON scenes TO %1$s
                  USING (EXISTS (SELECT FROM videos v WHERE v.id = video_id));
              """
                  .formatted(role));
      try (Session session = DATABASE.login(role)) {
        session.connection().setAutoCommit(false);
        session.row(
            "SELECT set_config('request.jwt.claims', ?, false)",
            "{\"sub\": \"%s\"}".formatted(user.id()));
        session.connection().commit();

        assertRefused(role, () -> Request.of(theirs).by(other, session));
        session.connection().rollback();
        assertRefused(
            role, () -> session.rows("SELECT * FROM get_scene_export(?, ?)", theirs, other.id()));
        session.connection().rollback();
        assertRefused(
            role,
            () -> session.rows("SELECT * FROM take_back_scene_export(?, ?)", theirs, other.id()));
        session.connection().rollback();

        assertThat(session.row("SELECT auth.uid() AS uid").id("uid")).isEqualTo(user.id());
        assertThat(session.rows("SELECT FROM scenes WHERE id = ?", theirs)).isEmpty();
      }
    }
  }

  private static void assertRefused(String role, Refusal.Attempt attempt) {
    assertThatThrownBy(attempt::run)
        .hasMessageContaining(
            "Only the role shorts-demo-api acts for callers, and %s is another.".formatted(role))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
  }

  @Test
  void theOwnerMayTryTheFunctionsOut() throws SQLException {
    UUID scene = user.scene("0", "10");
    try (Session owner = DATABASE.login(Server.OWNER)) {
      assertThat(owner.rows("SELECT * FROM get_scene_export(?, ?)", scene, user.id())).isEmpty();
    }
  }

  @Test
  void theHistoryHasRowSecurityAndIsWrittenAllTheSame() throws SQLException {
    assertThat(
            DATABASE
                .superuser()
                .row(
                    "SELECT relrowsecurity AS on FROM pg_class WHERE oid ="
                        + " 'shorts_export_history'::regclass")
                .yes("on"))
        .isTrue();
    assertThat(Server.flyway(DATABASE.name(), Server.OWNER).info().applied())
        .hasSizeGreaterThanOrEqualTo(Server.NEWEST);
  }

  @Test
  void whatOthersWereGivenMeanwhileGoesAtTheNextRun() throws SQLException {
    DATABASE
        .superuser()
        .run(
            """
            GRANT SELECT ON shorts_export_history TO PUBLIC;
            GRANT UPDATE (notice) ON scene_exports TO anon;
            GRANT EXECUTE ON FUNCTION get_scene_export TO PUBLIC;
            """);

    migrate();

    noOtherReachesATable("SELECT FROM %s");
    noOtherMayUpdateAColumn();
    noOtherMayCallAFunction();
    assertThat(user.get(user.export())).hasSize(1);
  }

  @Test
  void aTableThatStoodBeforeIsClosedToo() throws SQLException, IOException {
    var neighbours = new Neighbours(Server.empty());
    neighbours.build(Neighbours.RELATIVE, "tables", "uid", "scene_exports");
    neighbours
        .database()
        .as(Neighbours.RELATIVE)
        .run("GRANT ALL ON scene_exports TO anon; GRANT SELECT (id) ON scene_exports TO PUBLIC");

    neighbours.migrate();

    assertThat(
            Refusal.of(() -> neighbours.database().as("anon").run("SELECT id FROM scene_exports")))
        .contains("permission denied for table scene_exports");
    neighbours.exportOneOfTheirScenes();
  }

  @Test
  void aFunctionOfThePlatformsKeepsItsRights() throws SQLException, IOException {
    var neighbours = new Neighbours(Server.empty());
    neighbours.build(Neighbours.RELATIVE, "tables", "uid");
    neighbours.migrate();
    neighbours
        .database()
        .as(Neighbours.RELATIVE)
        .run("CREATE FUNCTION fail_scene_export() RETURNS int LANGUAGE sql RETURN 1");

    neighbours.migrate();

    assertThat(neighbours.database().as("anon").row("SELECT fail_scene_export() AS n").number("n"))
        .isOne();
  }
}
