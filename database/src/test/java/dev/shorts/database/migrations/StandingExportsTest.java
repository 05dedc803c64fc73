package dev.shorts.database.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shorts.database.driver.Database;
import dev.shorts.database.driver.Neighbours;
import dev.shorts.database.driver.Server;
import dev.shorts.database.driver.Session;
import dev.shorts.database.driver.User;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A table with many exports that stands before the migrations, and stays in use meanwhile. */
class StandingExportsTest {

  private static final int EXPORTS = 20_000;
  private static final int LARGEST_PORTION = 3_000;

  /** Notes how many rows each statement changes, and what it has locked. */
  private static final String WATCH =
      """
      CREATE TABLE portions (transaction xid8, changed bigint, locks text[]);
      CREATE FUNCTION note_portion() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
      BEGIN
        PERFORM pg_advisory_xact_lock_shared(1); -- a test may hold it
        INSERT INTO portions
        SELECT pg_current_xact_id(), count(*),
               ARRAY(SELECT mode FROM pg_locks
                      WHERE pid = pg_backend_pid() AND relation = 'scene_exports'::regclass
                        AND mode NOT IN ('AccessShareLock', 'RowShareLock', 'RowExclusiveLock'))
          FROM changed;
        RETURN NULL;
      END
      $$;
      CREATE TRIGGER note_portion AFTER UPDATE ON scene_exports REFERENCING NEW TABLE AS changed
         FOR EACH STATEMENT EXECUTE FUNCTION note_portion();
      """;

  private static final String DONE =
      "SELECT coalesce(sum(changed), 0)::int AS done, coalesce(max(changed), 0)::int AS largest"
          + " FROM portions";

  private final Neighbours neighbours = new Neighbours(Server.empty());
  private final Database database = neighbours.database();

  @BeforeEach
  void standingExports() throws SQLException, IOException {
    neighbours.build(Neighbours.RELATIVE, "tables", "uid", "scene_exports");
    User user = database.user();
    database
        .superuser()
        .run(
            """
            INSERT INTO scene_exports (scene_id, user_id, aspect_ratio_strategy, output_quality)
            SELECT ?, ?, 'letterbox', 'high' FROM generate_series(1, ?)
            """,
            user.scene("0", "1"),
            user.id(),
            EXPORTS);
    database.superuser().run(WATCH);
  }

  @Test
  void areBroughtAlongInPortionsThatLockNothingButTheirRows() throws SQLException {
    neighbours.migrate();

    assertThat(number("done")).isEqualTo(EXPORTS);
    assertThat(number("largest")).isBetween(1, LARGEST_PORTION);
    assertThat(
            database
                .superuser()
                .rows("SELECT FROM portions GROUP BY transaction HAVING count(*) > 1"))
        .isEmpty();
    assertThat(database.superuser().rows("SELECT FROM portions WHERE locks <> '{}'")).isEmpty();
  }

  @Test
  void thatHaveExpiredLongAgoAreNotTouched() throws SQLException {
    database.superuser().run("ALTER TABLE scene_exports DISABLE TRIGGER note_portion");
    database.superuser().run("UPDATE scene_exports SET expires_at = now() - interval '25 hours'");
    database.superuser().run("ALTER TABLE scene_exports ENABLE TRIGGER note_portion");

    neighbours.migrate();

    assertThat(number("done")).isZero();
  }

  @Test
  void areNotTouchedTwiceByARunAfterOneThatWasCut() throws SQLException {
    database
        .superuser()
        .run(
            """
            ALTER TABLE scene_exports FORCE ROW LEVEL SECURITY;
            CREATE FUNCTION cut() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
            BEGIN
              IF (SELECT count(*) FROM portions) >= 3 THEN
                RAISE EXCEPTION 'cut';
              END IF;
              RETURN NULL;
            END
            $$;
            CREATE TRIGGER a_cut BEFORE UPDATE ON scene_exports FOR EACH STATEMENT EXECUTE FUNCTION cut();
            CREATE INDEX idx_scene_exports_created_at ON scene_exports (created_at);
            UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'idx_scene_exports_created_at'::regclass;
            """);
    assertThatThrownBy(neighbours::migrate).hasMessageContaining("cut");
    assertThat(number("done")).isBetween(1, EXPORTS - 1);
    database.superuser().run("DROP TRIGGER a_cut ON scene_exports");

    neighbours.migrate();

    assertThat(number("done")).isEqualTo(EXPORTS);
    assertThat(
            database
                .superuser()
                .rows(
                    "SELECT FROM pg_index WHERE indrelid = 'scene_exports'::regclass AND NOT"
                        + " indisvalid"))
        .isEmpty();
    neighbours.exportOneOfTheirScenes();
  }

  @Test
  void thatAnotherSessionHoldsFollowLater() throws SQLException, InterruptedException {
    database.superuser().run("SELECT pg_advisory_lock(1)");
    var migration = CompletableFuture.runAsync(neighbours::migrate);
    waitFor("SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted");
    try (Session another = database.login(Neighbours.RELATIVE)) {
      another.connection().setAutoCommit(false);
      another.run("SELECT FROM scene_exports ORDER BY ctid DESC LIMIT 1 FOR UPDATE");
      database.superuser().run("SELECT pg_advisory_unlock(1)");
      waitFor("SELECT FROM portions HAVING sum(changed) = " + (EXPORTS - 1));
      assertThat(migration).isNotDone();
      another.connection().rollback();
    }

    migration.join();

    assertThat(number("done")).isEqualTo(EXPORTS);
  }

  @Test
  void thatAPolicyMayHideAreRefused() throws SQLException {
    database
        .as(Neighbours.RELATIVE)
        .run(
            """
            ALTER TABLE scene_exports FORCE ROW LEVEL SECURITY;
            CREATE POLICY tenants ON scene_exports AS RESTRICTIVE USING (false);
            """);

    assertThatThrownBy(neighbours::migrate)
        .hasMessageContaining("ALTER TABLE scene_exports NO FORCE ROW LEVEL SECURITY;");
  }

  private void waitFor(String rows) throws SQLException, InterruptedException {
    long end = System.nanoTime() + 20_000_000_000L;
    while (database.superuser().rows(rows).isEmpty() && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    assertThat(database.superuser().rows(rows)).as(rows).isNotEmpty();
  }

  private int number(String column) throws SQLException {
    return (Integer) database.superuser().row(DONE).get(column);
  }
}
