package dev.shorts.emulator.rdsdata;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Connections to PostgreSQL, used again and again as the Data API does it: what one caller left in
 * its session, DISCARD ALL takes away, and what it doesn't (a setting that was once set is empty
 * and not absent) shows here as it does there.
 */
final class SessionPool implements AutoCloseable {

  /** At once. Three roles' idle ones together stay under the server's 300. */
  private static final int MOST = 80;

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final int port;
  private final Semaphore places = new Semaphore(MOST, true);
  private final Map<Target, Deque<Connection>> idle = new ConcurrentHashMap<>();

  /** Who connects to what. */
  record Target(Login login, String database) {}

  /** A connection in use; closing gives it back. */
  final class BorrowedSession implements AutoCloseable {

    private final Target target;
    private final Connection connection;

    private BorrowedSession(Target target, Connection connection) {
      this.target = target;
      this.connection = connection;
    }

    Connection connection() {
      return connection;
    }

    @Override
    public void close() {
      try {
        if (!connection.getAutoCommit()) {
          connection.rollback();
          connection.setAutoCommit(true);
        }
        run(connection, "DISCARD ALL");
        idle.computeIfAbsent(target, _ -> new ConcurrentLinkedDeque<>()).push(connection);
      } catch (SQLException _) {
        closeQuietly(connection);
      } finally {
        places.release();
      }
    }
  }

  SessionPool(int port) {
    this.port = port;
  }

  BorrowedSession borrow(Target target) throws SQLException {
    claimPlace();
    try {
      Optional<Connection> used = usable(target);
      return new BorrowedSession(target, used.isPresent() ? used.get() : open(target));
    } catch (SQLException | RuntimeException e) {
      places.release();
      throw e;
    }
  }

  @Override
  public void close() {
    idle.values().forEach(connections -> connections.forEach(SessionPool::closeQuietly));
  }

  private void claimPlace() {
    try {
      if (places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    throw new DataApiError(503, "ServiceUnavailableError", "No connection is free");
  }

  private Optional<Connection> usable(Target target) {
    Deque<Connection> connections = idle.getOrDefault(target, new ConcurrentLinkedDeque<>());
    for (var next = connections.poll(); next != null; next = connections.poll()) {
      try {
        setUp(next);
        return Optional.of(next);
      } catch (SQLException _) {
        closeQuietly(next);
      }
    }
    return Optional.empty();
  }

  private Connection open(Target target) throws SQLException {
    var properties = new Properties();
    properties.put("user", target.login().username());
    properties.put("password", target.login().password());
    properties.put("sslmode", "disable");
    properties.put("gssEncMode", "disable");
    properties.put("prepareThreshold", "0");
    String url = "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, target.database());
    var connection = DriverManager.getConnection(url, properties);
    setUp(connection);
    return connection;
  }

  /** The driver brings this machine's time zone. It also tells whether the connection lives. */
  private static void setUp(Connection connection) throws SQLException {
    run(connection, "SET TIME ZONE 'UTC'");
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void closeQuietly(Connection connection) {
    try {
      connection.close();
    } catch (SQLException _) {
      // It is gone either way.
    }
  }
}
