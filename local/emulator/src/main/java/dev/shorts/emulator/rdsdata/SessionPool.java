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
 * Reuses connections to PostgreSQL as the Data API does. DISCARD ALL resets a session between two
 * callers, except that a custom setting that was once set is then empty instead of absent.
 */
final class SessionPool implements AutoCloseable {

  /** The idle connections of three roles together stay below the server's limit of 300. */
  private static final int MAX_CONNECTIONS = 80;

  private static final Duration WAIT_LIMIT = Duration.ofSeconds(20);

  private final int port;
  private final Semaphore permits = new Semaphore(MAX_CONNECTIONS, true);
  private final Map<Target, Deque<Connection>> idle = new ConcurrentHashMap<>();

  /** A login and the database that it connects to. */
  record Target(Login login, String database) {}

  /** A connection in use; closing it returns the connection to the pool. */
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
        permits.release();
      }
    }
  }

  SessionPool(int port) {
    this.port = port;
  }

  BorrowedSession borrow(Target target) throws SQLException {
    acquirePermit();
    try {
      Optional<Connection> used = usable(target);
      return new BorrowedSession(target, used.isPresent() ? used.get() : open(target));
    } catch (SQLException | RuntimeException e) {
      permits.release();
      throw e;
    }
  }

  @Override
  public void close() {
    idle.values().forEach(connections -> connections.forEach(SessionPool::closeQuietly));
  }

  private void acquirePermit() {
    try {
      if (permits.tryAcquire(WAIT_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
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

  /** Replaces this machine's time zone, which the driver sets; fails if the connection is dead. */
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
      // The connection is not used any more.
    }
  }
}
