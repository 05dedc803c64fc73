package dev.shorts.database.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.shorts.database.driver.Database;
import dev.shorts.database.driver.Neighbours;
import dev.shorts.database.driver.Server;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests which of the platform's tables each migration locks against writers. A migration that holds
 * two at a time ends in a deadlock with the platform's own transactions.
 */
class MigrationLocksTest {

  private final Neighbours neighbours = new Neighbours(Server.empty());
  private final Database database = neighbours.database();

  @ParameterizedTest
  @ValueSource(strings = {"ENABLE", "DISABLE"})
  void noMigrationLocksTwoOfThePlatformsTables(String rowSecurity)
      throws SQLException, IOException {
    neighbours.build(Neighbours.RELATIVE, "tables", "uid");
    for (String table : List.of("videos", "scenes")) {
      database
          .as(Neighbours.RELATIVE)
          .run("ALTER TABLE %s %s ROW LEVEL SECURITY".formatted(table, rowSecurity));
    }
    var locks = new Locks();

    Server.flyway(database.name(), Server.OWNER, Server.API, Server.WORKER)
        .callbacks(locks)
        .load()
        .migrate();

    assertThat(locks.byVersion)
        .containsOnly(
            entry("20", List.of("videos")),
            entry("21", List.of("scenes")),
            entry("22", List.of("scenes")),
            entry("23", List.of("auth.users")));
  }

  /** Looks at what a migration has locked before its transaction ends. */
  private static final class Locks implements Callback {

    /** All that stop a writer: SHARE and above. */
    private static final String HELD =
        """
        SELECT DISTINCT relation::regclass::text FROM pg_locks
         WHERE pid = pg_backend_pid() AND granted
           AND relation IN ('auth.users'::regclass, 'videos'::regclass, 'scenes'::regclass)
           AND mode NOT IN ('AccessShareLock', 'RowShareLock', 'RowExclusiveLock', 'ShareUpdateExclusiveLock')
         ORDER BY 1
        """;

    private final Map<String, List<String>> byVersion = new LinkedHashMap<>();

    @Override
    public boolean supports(Event event, Context context) {
      return event == Event.AFTER_EACH_MIGRATE || event == Event.AFTER_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
      return true;
    }

    @Override
    public void handle(Event event, Context context) {
      try (var statement = context.getConnection().createStatement();
          var rows = statement.executeQuery(HELD)) {
        var held = new ArrayList<String>();
        while (rows.next()) {
          held.add(rows.getString(1));
        }
        if (!held.isEmpty()) {
          byVersion.put(version(context), held);
        }
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    private static String version(Context context) {
      return context.getMigrationInfo() == null
          ? "the end"
          : context.getMigrationInfo().getVersion().getVersion();
    }

    @Override
    public String getCallbackName() {
      return "locks";
    }
  }
}
