package dev.shorts.database.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs {@code uninstall.sql} statement by statement, as psql does, and checks that each locks one
 * of the platform's tables at most.
 */
public final class UninstallScript {

  /** The platform's own tables that a transaction shuts to writers. */
  private static final String LOCKED =
      """
      SELECT DISTINCT relation FROM pg_locks
       WHERE pid = pg_backend_pid() AND granted
         AND relation IN (to_regclass('auth.users'), to_regclass('videos'), to_regclass('scenes'))
         AND obj_description(relation, 'pg_class') IS NULL
         AND mode NOT IN ('AccessShareLock', 'RowShareLock', 'RowExclusiveLock', 'ShareUpdateExclusiveLock')
      """;

  private UninstallScript() {}

  /** Runs the script as the migrating role, after {@code settings}. */
  public static void run(Database database, String... settings) throws SQLException, IOException {
    try (Session owner = database.login(Server.OWNER)) {
      owner.connection().setAutoCommit(false);
      for (String setting : settings) {
        owner.run(setting);
      }
      for (String statement : statements()) {
        owner.run(statement);
        assertThat(owner.rows(LOCKED)).as(statement).hasSizeLessThan(2);
        owner.connection().commit();
      }
    }
  }

  private static List<String> statements() throws IOException {
    var statements = new ArrayList<String>();
    var statement = new StringBuilder();
    boolean inBody = false;
    for (String line : Files.readAllLines(Path.of("uninstall.sql"))) {
      statement.append(line).append('\n');
      inBody ^= line.contains("$$");
      if (!inBody && line.endsWith(";")) {
        statements.add(statement.toString());
        statement.setLength(0);
      }
    }
    return statements;
  }
}
