package dev.shorts.database.rights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.database.driver.Database;
import dev.shorts.database.driver.Refusal;
import dev.shorts.database.driver.Server;
import dev.shorts.database.driver.Session;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Neither role gets beyond itself, whatever a session of its own tries. */
class RoleEscapeTest {

  private static final Database DATABASE = Server.migrated();
  private static final List<String> ROLES = List.of(Server.API, Server.WORKER);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SET ROLE postgres",
        "SET LOCAL ROLE shorts_owner",
        "SET SESSION AUTHORIZATION postgres",
        "SET SESSION AUTHORIZATION shorts_owner",
        "SET SESSION AUTHORIZATION \"shorts-demo-api\"; SET SESSION AUTHORIZATION"
            + " \"shorts-demo-worker\"",
        "SELECT set_config('role', 'shorts_owner', false)",
        "SELECT set_config('session_authorization', 'shorts_owner', false)",
        "GRANT shorts_owner TO CURRENT_USER",
        "GRANT pg_read_all_data TO CURRENT_USER",
        "ALTER ROLE CURRENT_USER BYPASSRLS",
        "ALTER ROLE CURRENT_USER SUPERUSER",
        "ALTER ROLE CURRENT_USER CREATEROLE",
        "ALTER ROLE shorts_owner PASSWORD 'mine'",
        "ALTER ROLE shorts_owner SET search_path = pg_temp",
        "ALTER DATABASE %1$s SET search_path = pg_temp",
        "ALTER SYSTEM SET shared_preload_libraries = 'mine'",
        "SET session_replication_role = replica",
        "SET session_preload_libraries = 'mine'",
        "ALTER TABLE scene_exports OWNER TO CURRENT_USER",
        "ALTER TABLE scene_exports NO FORCE ROW LEVEL SECURITY",
        "ALTER TABLE scenes DISABLE ROW LEVEL SECURITY",
        "ALTER FUNCTION get_scene_export SECURITY DEFINER",
        "ALTER POLICY shorts_export_user_selects ON scene_exports USING (true)",
        "CREATE POLICY mine ON scene_exports USING (true)",
        "CREATE POLICY mine ON videos USING (true)",
        "CREATE RULE mine AS ON INSERT TO scene_exports DO INSTEAD NOTHING",
        "CREATE VIEW mine AS SELECT 1",
        "CREATE EXTENSION dblink",
        "CREATE FUNCTION pg_temp.f() RETURNS int LANGUAGE c AS 'libc', 'system'",
        "ALTER DEFAULT PRIVILEGES FOR ROLE shorts_owner GRANT ALL ON TABLES TO PUBLIC",
        "REASSIGN OWNED BY shorts_owner TO CURRENT_USER",
        "DROP OWNED BY shorts_owner",
        "COPY scene_exports TO PROGRAM 'cat'",
        "COPY scene_exports TO '/tmp/mine'",
        "COPY (SELECT 1) TO '/tmp/mine'",
        "SELECT pg_read_file('/etc/passwd')",
        "SELECT lo_import('/etc/passwd')",
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'postgres'",
        "SELECT rolpassword FROM pg_authid",
        "SELECT * FROM pg_statistic",
        "CREATE TRIGGER mine BEFORE INSERT ON scene_exports EXECUTE FUNCTION mine()",
        "CREATE DATABASE mine",
        "COMMENT ON TABLE scene_exports IS 'mine'"
      })
  void isRefused(String sql) {
    for (String role : ROLES) {
      assertThat(Refusal.of(() -> attempt(role, sql.formatted(DATABASE.name()))))
          .as(role)
          .containsAnyOf(
              "ermission denied", "must be", "must have", "function mine() does not exist");
    }
  }

  @Test
  void goingBackToWhoOneWasLeadsNowhereElse() throws SQLException {
    for (String role : ROLES) {
      try (Session session = DATABASE.login(role)) {
        session.run("RESET ROLE; RESET SESSION AUTHORIZATION; SET ROLE NONE; RESET ALL");
        session.run("DISCARD ALL");
        assertThat(
                session.row("SELECT current_user::text AS is, session_user::text AS was").values())
            .containsEntry("is", role)
            .containsEntry("was", role);
      }
    }
  }

  /** PostgreSQL only warns about a right that one has not got to give. */
  @Test
  void whatNeitherOwnsNeitherCanShare() throws SQLException {
    String rights = "SELECT string_agg(relacl::text, ' ' ORDER BY relname) AS acl FROM pg_class";
    Object before = DATABASE.superuser().row(rights).get("acl");

    for (String role : ROLES) {
      DATABASE.as(role).run("GRANT SELECT ON scene_exports TO PUBLIC");
    }

    assertThat(DATABASE.superuser().row(rights).get("acl")).isEqualTo(before);
  }

  private static void attempt(String role, String sql) throws SQLException {
    try (Session session = DATABASE.login(role)) {
      session.run(sql);
    }
  }
}
