package dev.shorts.migrate;

import dev.shorts.migrate.catalog.CreateTables;
import dev.shorts.migrate.database.CannotMigrateException;
import dev.shorts.migrate.database.DatabaseSecret;
import dev.shorts.migrate.database.FunctionRoles;
import dev.shorts.migrate.database.LockRetry;
import dev.shorts.migrate.database.MigrationStep;
import dev.shorts.migrate.database.OwnerDataSource;
import dev.shorts.migrate.database.RunDeadline;
import dev.shorts.migrate.database.SqlStates;
import dev.shorts.migrate.trial.Trial;
import dev.shorts.migrate.trial.TrialScene;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Migrates the database as its owner, and lets the roles of the functions log in. */
final class Migrate {

  /** The database that every PostgreSQL cluster has. */
  private static final String MAINTENANCE_DATABASE = "postgres";

  /**
   * Held by the session until it ends. Flyway's own lock comes too late: of two runs that begin on
   * an empty database, one finds the other's history without a line in it and fails.
   *
   * <p>No statement waits for it and no transaction holds it, since CREATE INDEX CONCURRENTLY waits
   * for every session with an older snapshot.
   */
  private static final String LOCK =
      "SELECT pg_try_advisory_lock(hashtextextended('shorts_export_migration', 0))";

  private static final Duration LOCK_PAUSE = Duration.ofMillis(500);

  private final String endpoint;
  private final String database;
  private final DatabaseSecret owner;
  private final FunctionRoles roles;
  private final CreateTables createTables;

  /**
   * An Outcome says what a run has done.
   *
   * @param migrations how many were run
   * @param notes on the database, for its operator
   */
  record Outcome(int migrations, List<String> notes) {}

  /**
   * @param endpoint of the server, {@code host:port}
   */
  Migrate(
      String endpoint,
      String database,
      DatabaseSecret owner,
      DatabaseSecret api,
      DatabaseSecret worker,
      CreateTables createTables) {
    this.endpoint = endpoint;
    this.database = database;
    this.owner = owner;
    this.roles = new FunctionRoles(api, worker);
    this.createTables = createTables;
  }

  /**
   * Runs the migrations that are pending. Safe to repeat, also at the same time.
   *
   * @param isRollback if true, findings and failed trials become notes, so that a rollback to what
   *     ran before succeeds
   */
  Outcome migrate(RunDeadline deadline, boolean isRollback) throws Exception {
    deadline.begin(MigrationStep.CONNECTING);
    var ours = new OwnerDataSource(endpoint, database, owner, deadline);
    var flyway = Migrations.flyway(ours, roles);
    DatabaseCheck.Result check;
    try (var connection = connect(ours, deadline)) {
      deadline.begin(MigrationStep.MIGRATING);
      waitForOtherRuns(connection);
      check = new DatabaseCheck(ours, database, roles, createTables, flyway).run();
      var findings = check.findings();
      if (!findings.misses().isEmpty() && !(isRollback && check.pending() == 0)) {
        throw new CannotMigrateException(findings.message(database));
      }
      LockRetry.run(deadline, flyway::migrate);
      connection.setAutoCommit(false);
      roles.letIn(connection);
      connection.commit();
    }
    var notes = new ArrayList<>(check.findings().misses());
    notes.addAll(check.findings().notes());
    try {
      new Trial(endpoint, database, roles, deadline).run(TrialScene.find(ours));
    } catch (CannotMigrateException e) {
      if (!isRollback) {
        throw e;
      }
      notes.add(e.getMessage());
    }
    return new Outcome(check.pending(), notes);
  }

  private static void waitForOtherRuns(Connection connection)
      throws SQLException, InterruptedException {
    try (var statement = connection.createStatement()) {
      while (true) {
        try (var answer = statement.executeQuery(LOCK)) {
          answer.next();
          if (answer.getBoolean(1)) {
            return;
          }
        }
        Thread.sleep(LOCK_PAUSE);
      }
    }
  }

  private Connection connect(OwnerDataSource ours, RunDeadline deadline) throws SQLException {
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

  private void makeDatabase(RunDeadline deadline) {
    try (var connection =
            new OwnerDataSource(endpoint, MAINTENANCE_DATABASE, owner, deadline).getConnection();
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
