package dev.shorts.database.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.database.driver.Database;
import dev.shorts.database.driver.Ids;
import dev.shorts.database.driver.Request;
import dev.shorts.database.driver.Row;
import dev.shorts.database.driver.Server;
import dev.shorts.database.driver.Session;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Of 20,000 exports, no call reads all: auto_explain tells of the statements in our functions. */
class PlansTest {

  private static final Database DATABASE = Server.migrated();
  private static final UUID EXPORT = Ids.next();
  private static final Session SESSION = DATABASE.login(Server.SUPERUSER);

  /** After five calls PostgreSQL may keep a plan for all arguments. */
  private static final int CALLS = 8;

  /** Of a thousand users, over two days; the files of the first 23 hours are deleted. */
  private static final String OTHERS =
      """
      SET session_replication_role = replica;
      INSERT INTO scene_exports (
          id, scene_id, user_id, aspect_ratio_strategy, output_quality, status, created_at,
          expires_at, file_deleted_at, idempotency_key)
      SELECT gen_random_uuid(), md5('scene ' || mod(n, 1000))::uuid, md5('user ' || mod(n, 1000))::uuid,
             'center_crop', 'high', CASE WHEN n > 19990 THEN 'pending' ELSE 'completed' END,
             time, time + interval '24 hours', CASE WHEN n < 9583 THEN now() END, 'key ' || n
        FROM generate_series(1, 20000) n, LATERAL (SELECT now() - (20000 - n) * interval '8.64 s' AS time) t;
      RESET session_replication_role;
      ANALYZE;
      """;

  @BeforeAll
  static void fill() throws SQLException {
    var user = DATABASE.user();
    var request = Request.of(user.scene("12.5", "57"));
    new Request(EXPORT, request.scene(), request.strategy(), request.quality(), "mine").by(user);
    SESSION.run(OTHERS);
    SESSION.run(
        """
        LOAD 'auto_explain';
        SET auto_explain.log_min_duration = 0;
        SET auto_explain.log_nested_statements = on;
        SET auto_explain.log_level = notice;
        """);
  }

  @AfterAll
  static void logOut() throws SQLException {
    SESSION.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "api | create_scene_export(gen_random_uuid(), e.user_id, e.scene_id, 'center_crop', 'high',"
            + " 'new', 10, 86400, 180)",
        "api | create_scene_export(gen_random_uuid(), e.user_id, e.scene_id, 'center_crop', 'high',"
            + " 'mine', 10, 86400, 180)",
        "api | get_scene_export(e.id, e.user_id)",
        "worker | claim_scene_export(e.id, gen_random_uuid(), 120, 3)",
        "worker | sweep_scene_exports(300, true, 3, 100)",
        "worker | expired_scene_exports(NULL, 100)",
        "worker | expired_scene_exports(e.id, 100)",
        "worker | mark_scene_exports_deleted(ARRAY[e.id])",
        "worker | delete_scene_exports(82800, 100)"
      })
  void noneReadsTheWholeTable(String role, String call) throws SQLException {
    for (var plans : plans(role, call)) {
      assertThat(plans)
          .anyMatch(plan -> plan.contains(" on scene_exports"))
          .noneMatch(plan -> plan.contains("Seq Scan on scene_exports"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"expired_scene_exports(NULL, 100)", "expired_scene_exports(e.id, 100)"})
  void filesThatAreDueAreFoundFromWhereTheLastBatchEnded(String call) throws SQLException {
    for (var plans : plans("worker", call)) {
      assertThat(plans)
          .anyMatch(
              plan -> plan.contains("Index Cond: ((expires_at <= now()) AND (expires_at >= "));
    }
  }

  @Test
  void rowsThatAreDueAreFoundWithoutLookingAtTheOthers() throws SQLException {
    for (var plans : plans("worker", "delete_scene_exports(82800, 100)")) {
      assertThat(plans).anyMatch(plan -> plan.contains("Index Cond: (expires_at <= "));
    }
  }

  /** Of each of several calls. */
  private static List<List<String>> plans(String role, String call) throws SQLException {
    var row = DATABASE.export(EXPORT);
    var sql =
        "SELECT * FROM "
            + call.replace("e.id", quoted(row, "id"))
                .replace("e.user_id", quoted(row, "user_id"))
                .replace("e.scene_id", quoted(row, "scene_id"));
    SESSION.run("SET ROLE \"%s\"".formatted(role.equals("api") ? Server.API : Server.WORKER));
    try (var statement = SESSION.connection().createStatement()) {
      var plans = new ArrayList<List<String>>();
      for (int time = 0; time < CALLS; time++) {
        statement.execute(sql);
        plans.add(notices(statement));
      }
      return plans;
    } finally {
      SESSION.run("RESET ROLE");
    }
  }

  private static String quoted(Row row, String column) {
    return "'%s'::uuid".formatted(row.id(column));
  }

  private static List<String> notices(Statement statement) throws SQLException {
    var notices = new ArrayList<String>();
    for (var notice = statement.getWarnings(); notice != null; notice = notice.getNextWarning()) {
      notices.add(notice.getMessage());
    }
    statement.clearWarnings();
    return notices;
  }
}
