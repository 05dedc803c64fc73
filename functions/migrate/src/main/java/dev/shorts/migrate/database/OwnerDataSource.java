package dev.shorts.migrate.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;

/** The owner's connections to a database, none of which outlives the run. */
public final class OwnerDataSource extends PGSimpleDataSource {

  private static final long serialVersionUID = 1L;

  /** A cluster that sleeps takes some 15 s to wake up, and longer after a day. */
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

  /** Waits for a database that isn't up. */
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

  /** The server keeps them by itself, should this end of the connection be gone or frozen. */
  private String limits() {
    var left = deadline.left().toMillis();
    return "-c statement_timeout=%d -c idle_in_transaction_session_timeout=%d"
        .formatted(left, left);
  }

  /** PostgreSQL 13 has no such setting: it is let in, so that the preflight can say what is old. */
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
