package dev.shorts.migrate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;

/** Brings the database up to date as its owner, and lets the functions' two roles log in. */
final class Migrate {

  /** PostgreSQL's own, there on every cluster. */
  private static final String MAINTENANCE_DATABASE = "postgres";

  /**
   * Held until the transaction ends. Flyway's own lock comes too late: of two that begin on an
   * empty database, one finds the other's history without a line in it and fails.
   */
  private static final String ONE_RUN_AFTER_THE_OTHER =
      "SELECT pg_advisory_xact_lock(hashtextextended('shorts_export_migration', 0))";

  private static final MigrationVersion CREATE_ROLES = MigrationVersion.fromVersion("2");

  private final String endpoint;
  private final String database;
  private final Secret owner;
  private final Roles roles;

  /**
   * @param endpoint of the server, {@code host:port}
   */
  Migrate(String endpoint, String database, Secret owner, Secret api, Secret worker) {
    this.endpoint = endpoint;
    this.database = database;
    this.owner = owner;
    this.roles = new Roles(api, worker);
  }

  /**
   * Safe to repeat, also at the same time: what has run already doesn't run again.
   *
   * @return how many migrations were run
   */
  int migrate(Deadline deadline) throws Exception {
    deadline.begin(Step.CONNECTING);
    var ours = new Connections(endpoint, database, owner, deadline);
    try (var connection = connect(ours, deadline)) {
      deadline.begin(Step.MIGRATING);
      connection.setAutoCommit(false);
      try (var statement = connection.createStatement()) {
        statement.execute(ONE_RUN_AFTER_THE_OTHER);
      }
      var flyway = Migrations.flyway(ours, roles);
      requireNoOthers(connection, flyway);
      var migrations = flyway.info().pending().length; // a try that failed has run some of them
      LockRetry.run(deadline, flyway::migrate);
      roles.setPasswords(connection);
      connection.commit();
      return migrations;
    }
  }

  private Connection connect(Connections ours, Deadline deadline) throws SQLException {
    try {
      return ours.getConnection();
    } catch (SQLException e) {
      if (!SqlStates.isNoSuchDatabase(e)) {
        throw e;
      }
      makeDatabase(deadline);
      return ours.getConnection();
    }
  }

  private void requireNoOthers(Connection connection, Flyway flyway) throws SQLException {
    var others = roles.others(connection);
    if (others.isPresent() || !roles.exist(connection) && hasMadeRoles(flyway)) {
      throw new CannotMigrateException(
          "The database %s is another stack's%s. Each stack needs one of its own: give DatabaseName another value, or the stack its former name."
              .formatted(database, others.map(", of the roles "::concat).orElse("")));
    }
  }

  /** If they aren't ours, another stack's deployment has come that far and failed. */
  private static boolean hasMadeRoles(Flyway flyway) {
    return Stream.of(flyway.info().applied())
        .anyMatch(migration -> CREATE_ROLES.equals(migration.getVersion()));
  }

  private void makeDatabase(Deadline deadline) {
    try (var connection =
            new Connections(endpoint, MAINTENANCE_DATABASE, owner, deadline).getConnection();
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE \"%s\"".formatted(database));
    } catch (SQLException e) {
      if (!SqlStates.isDatabaseThere(e)) {
        throw new CannotMigrateException(
            "There is no database %1$s, and %2$s can't make it. Let an administrator run this, then deploy again: CREATE DATABASE \"%1$s\" OWNER \"%2$s\";"
                .formatted(database, owner.username()),
            e);
      }
    }
  }
}
