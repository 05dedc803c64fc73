package dev.shorts.migrate;

import dev.shorts.migrate.preflight.CreateTables;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Brings the database up to date as its owner, and lets the functions' two roles log in. */
final class Migrate {

  /** PostgreSQL's own, there on every cluster. */
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
  private final Secret owner;
  private final Roles roles;
  private final CreateTables createTables;

  /**
   * What a run has done.
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
      Secret owner,
      Secret api,
      Secret worker,
      CreateTables createTables) {
    this.endpoint = endpoint;
    this.database = database;
    this.owner = owner;
    this.roles = new Roles(api, worker);
    this.createTables = createTables;
  }

  /**
   * Safe to repeat, also at the same time: what has run already doesn't run again.
   *
   * @param isRollback if so, what is wrong with the database is noted and keeps nothing from going
   *     back to what ran before
   */
  Outcome migrate(Deadline deadline, boolean isRollback) throws Exception {
    deadline.begin(Step.CONNECTING);
    var ours = new Connections(endpoint, database, owner, deadline);
    var flyway = Migrations.flyway(ours, roles);
    DatabaseCheck.Result check;
    try (var connection = connect(ours, deadline)) {
      deadline.begin(Step.MIGRATING);
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
