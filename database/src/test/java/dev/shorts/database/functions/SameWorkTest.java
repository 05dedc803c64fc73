package dev.shorts.database.functions;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.database.driver.Database;
import dev.shorts.database.driver.Ids;
import dev.shorts.database.driver.Request;
import dev.shorts.database.driver.Row;
import dev.shorts.database.driver.Server;
import dev.shorts.database.driver.Session;
import dev.shorts.database.driver.User;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Tests that a missing scene and another user's cost the same: the same statements, the same tables
 * by the same indexes, nothing written. Reading the owner of the video is left, some microseconds
 * of a call of milliseconds.
 */
class SameWorkTest {

  private static final Database DATABASE = Server.migrated();
  private static final String WORK =
      """
      SELECT relname::text AS table, idx_scan,
             seq_scan + n_tup_ins + n_tup_upd + n_tup_del AS costly
        FROM pg_stat_xact_user_tables WHERE schemaname = 'public'
      """;

  private final User user = DATABASE.user();
  private final User other = DATABASE.user();

  SameWorkTest() throws SQLException {}

  @Test
  void forASceneOfWhichAnExportIsWanted() throws SQLException {
    UUID theirScene = other.scene("0", "10");

    assertSame(
        workOf(api -> Request.of(theirScene).by(user, api)),
        workOf(api -> Request.of(Ids.next()).by(user, api)));
  }

  @Test
  void forAnExportThatIsLookedAt() throws SQLException {
    UUID theirs = other.export();

    assertSame(workOf(api -> look(api, theirs)), workOf(api -> look(api, Ids.next())));
  }

  private int look(Session api, UUID export) throws SQLException {
    return api.rows("SELECT * FROM get_scene_export(?, ?)", export, user.id()).size();
  }

  /** Something that is asked. */
  private interface Question {
    Object ask(Session api) throws SQLException;
  }

  /** How often each table was looked at by an index. */
  private Map<String, Integer> workOf(Question question) throws SQLException {
    try (Session api = DATABASE.login(Server.API)) {
      api.run("SET enable_seqscan = off"); // tables of a few rows are read whole otherwise
      api.connection().setAutoCommit(false);
      question.ask(api);
      List<Row> tables = api.rows(WORK);
      assertThat(tables).allSatisfy(table -> assertThat(table.number("costly")).isZero());
      return tables.stream().collect(toMap(t -> t.text("table"), t -> t.number("idx_scan")));
    }
  }

  private static void assertSame(Map<String, Integer> theirs, Map<String, Integer> none) {
    assertThat(theirs.get("scene_exports")).isEqualTo(none.get("scene_exports")).isPositive();
    assertThat(theirs.get("scenes")).isEqualTo(none.get("scenes"));
    assertThat(theirs.get("videos") - none.get("videos")).isBetween(0, 1);
  }
}
