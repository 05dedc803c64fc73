package dev.shorts.migrate.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;

/** Opens the owner's connections to a database, which end with the run. */
public final class OwnerDataSource extends PGSimpleDataSource {

  private static final long serialVersionUID = 1L;

  /** A paused cluster takes some 15 s to resume, and longer after a day. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final Duration LOGIN = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final transient RunDeadline deadline;

  /**
   * @param endpoint {@code host:port}
   */
  public OwnerDataSource(
      String endpoint, String database, DatabaseSecret owner, RunDeadline deadline) {
    this.deadline = deadline;
    setUrl("jdbc:postgresql://%s/%s".formatted(endpoint, database));
    setUser(owner.username());
    setPassword(owner.password());
    setLoginTimeout((int) LOGIN.toSeconds());
  }

  /** Connects, waiting for a database that isn't up. */
  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    var untilLeft = deadline.left().minus(PATIENCE);
    while (true) {
      try {
        setOptions(limits());
        return checked(deadline.watch(super.getConnection(user, password)));
      } catch (SQLException e) {
        if (!SqlStates.isNotUp(e) || deadline.left().compareTo(untilLeft) < 0) {
          throw e;
        }
        pause(e);
      }
    }
  }

  /** Sets time-outs in the server, which hold if this process is gone or frozen. */
  private String limits() {
    var left = deadline.left().toMillis();
    return "-c statement_timeout=%d -c idle_in_transaction_session_timeout=%d"
        .formatted(left, left);
  }

  /** PostgreSQL 13 lacks this setting; the preflight refuses it with a sentence. */
  private static Connection checked(Connection connection) throws SQLException {
    if (connection.getMetaData().getDatabaseMajorVersion() >= 14) {
      try (var statement = connection.createStatement()) {
        statement.execute("SET client_connection_check_interval = '1s'");
      }
    }
    return connection;
  }

  private static void pause(SQLException reason) throws SQLException {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw reason;
    }
  }
}
