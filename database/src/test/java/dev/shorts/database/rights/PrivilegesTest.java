package dev.shorts.database.rights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.database.driver.Database;
import dev.shorts.database.driver.Refusal;
import dev.shorts.database.driver.Server;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each role may do only what its functions do. */
class PrivilegesTest {

  private static final Database DATABASE = Server.migrated();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO scene_exports (id, created_at) VALUES (gen_random_uuid(), now())",
        "INSERT INTO scene_exports (id, status) VALUES (gen_random_uuid(), 'completed')",
        "UPDATE scene_exports SET status = 'completed'",
        "UPDATE scene_exports SET created_at = now() - interval '1 day'",
        "UPDATE scene_exports SET user_id = gen_random_uuid()",
        "UPDATE videos SET owner_id = gen_random_uuid()",
        "SELECT * FROM auth.users"
      })
  void theApiMayNot(String sql) {
    assertThat(Refusal.of(() -> DATABASE.as(Server.API).run(sql))).contains("permission denied");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO scene_exports (id) VALUES (gen_random_uuid())",
        "UPDATE scene_exports SET user_id = gen_random_uuid()",
        "UPDATE scene_exports SET expires_at = now()",
        "UPDATE scenes SET end_s = 1",
        "SELECT * FROM auth.users",
        "SELECT auth.uid()"
      })
  void theWorkerMayNot(String sql) {
    assertThat(Refusal.of(() -> DATABASE.as(Server.WORKER).run(sql))).contains("permission denied");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE mine (id int)",
        "CREATE SCHEMA mine",
        "CREATE FUNCTION mine() RETURNS int LANGUAGE sql RETURN 1",
        "ALTER TABLE scene_exports DISABLE ROW LEVEL SECURITY",
        "ALTER TABLE scene_exports ADD COLUMN mine int",
        "DROP POLICY shorts_export_user_selects ON scene_exports",
        "DROP FUNCTION get_scene_export",
        "CREATE OR REPLACE FUNCTION auth.uid() RETURNS uuid LANGUAGE sql RETURN gen_random_uuid()",
        "TRUNCATE scene_exports",
        "SELECT * FROM shorts_export_history",
        "CREATE ROLE mine",
        "SET ROLE " + Server.OWNER
      })
  void neitherMayChangeTheSchema(String sql) {
    for (String role : List.of(Server.API, Server.WORKER)) {
      assertThat(Refusal.of(() -> DATABASE.as(role).run(sql)))
          .containsAnyOf("permission denied", "must be owner");
    }
  }

  @Test
  void neitherMayBecomeTheOther() {
    assertThat(Refusal.of(() -> DATABASE.as(Server.API).run("SET ROLE \"shorts-demo-worker\"")))
        .contains("permission denied");
    assertThat(Refusal.of(() -> DATABASE.as(Server.WORKER).run("SET ROLE \"shorts-demo-api\"")))
        .contains("permission denied");
  }

  @Test
  void eachFunctionBelongsToOneRole() throws SQLException {
    assertThat(mayCall(Server.API))
        .containsExactly(
            "act_for_caller", "create_scene_export", "get_scene_export", "take_back_scene_export");
    assertThat(mayCall(Server.WORKER))
        .containsExactly(
            "claim_scene_export",
            "complete_scene_export",
            "delete_scene_exports",
            "expired_scene_exports",
            "fail_scene_export",
            "give_up_scene_export",
            "mark_scene_exports_deleted",
            "reason_to_give_up",
            "release_scene_export",
            "renew_scene_export",
            "sentence_for_reason",
            "settle_dead_letter",
            "sweep_scene_exports");
    assertThat(mayCall("pg_monitor")).as("somebody else").isEmpty();
  }

  @ParameterizedTest
  @CsvSource({Server.API, Server.WORKER})
  void neitherMayPassRowSecurity(String role) throws SQLException {
    assertThat(
            DATABASE
                .superuser()
                .rows(
                    """
                    SELECT FROM pg_roles
                     WHERE rolname = ? AND NOT rolsuper AND NOT rolbypassrls AND NOT rolcreaterole
                       AND NOT rolcreatedb AND rolcanlogin AND rolpassword IS NOT NULL
                    """,
                    role))
        .hasSize(1);
  }

  private static List<String> mayCall(String role) throws SQLException {
    return DATABASE
        .superuser()
        .rows(
            """
            SELECT proname FROM pg_proc
             WHERE pronamespace = 'public'::regnamespace AND has_function_privilege(?, oid, 'EXECUTE')
             ORDER BY proname
            """,
            role)
        .stream()
        .map(row -> row.text("proname"))
        .toList();
  }
}
