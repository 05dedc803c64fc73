package dev.shorts.migrate;

import dev.shorts.migrate.catalog.CreateTables;
import dev.shorts.migrate.catalog.Findings;
import dev.shorts.migrate.catalog.MigrationTarget;
import dev.shorts.migrate.catalog.PendingMigrations;
import dev.shorts.migrate.database.CannotMigrateException;
import dev.shorts.migrate.database.FunctionRoles;
import dev.shorts.migrate.preflight.Preflight;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;

/** Checks in a read-only transaction whose a database is and whether it can be migrated. */
record DatabaseCheck(
    DataSource source,
    String database,
    FunctionRoles roles,
    CreateTables createTables,
    Flyway flyway) {

  private static final MigrationVersion CREATE_ROLES = MigrationVersion.fromVersion("2");

  /** The findings of the preflight, and the number of migrations that would run. */
  record Result(Findings findings, int pending) {}

  Result run() throws SQLException {
    try (var connection = source.getConnection()) {
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      var preflight = new Preflight(connection, target(connection));
      var history = preflight.history();
      if (!history.misses().isEmpty()) {
        return new Result(history, 0);
      }
      requireNoOthers(connection);
      var pending = PendingMigrations.of(flyway);
      var result = new Result(preflight.all(pending), pending.count());
      connection.rollback();
      return result;
    }
  }

  private MigrationTarget target(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var user = statement.executeQuery("SELECT current_user")) {
      user.next();
      return new MigrationTarget(
          database,
          user.getString(1),
          roles.api().username(),
          roles.worker().username(),
          createTables);
    }
  }

  private void requireNoOthers(Connection connection) throws SQLException {
    var others = roles.others(connection);
    if (others.isPresent() || !roles.exist(connection) && hasMadeRoles()) {
      throw new CannotMigrateException(
          "The database %s is another stack's%s. Each stack needs one of its own: give DatabaseName another value, or the stack its former name. If that stack is gone, database/uninstall.sql takes out what it left."
              .formatted(database, others.map(", of the roles "::concat).orElse("")));
    }
  }

  /** Policies for other roles are left of another stack's deployment that has failed. */
  private boolean hasMadeRoles() {
    return Stream.of(flyway.info().applied())
        .anyMatch(migration -> CREATE_ROLES.equals(migration.getVersion()));
  }
}
