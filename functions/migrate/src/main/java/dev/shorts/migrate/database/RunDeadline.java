package dev.shorts.migrate.database;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;

/**
 * Ends a run in time and cuts its connections: Lambda freezes what still runs after the response,
 * and a frozen transaction keeps its locks.
 */
public final class RunDeadline {

  private final long end;
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
  private volatile MigrationStep step = MigrationStep.READING_SECRETS;
  private volatile boolean over;

  public RunDeadline(Duration time) {
    end = System.nanoTime() + time.toNanos();
  }

  /** Returns the time left, at least a millisecond: to PostgreSQL 0 means no limit. */
  Duration left() {
    return Duration.ofNanos(Math.max(end - System.nanoTime(), 1_000_000));
  }

  public void begin(MigrationStep next) {
    step = next;
  }

  /** Registers a connection that is cut when the time is up. */
  public Connection watch(Connection connection) throws SQLException {
    connections.add(connection);
    if (over) {
      cut(connection);
    }
    return connection;
  }

  /** Returns or throws what {@code work} does, but no later than the deadline. */
  public <T> T run(Callable<T> work) throws Throwable {
    var task = new FutureTask<>(work);
    Thread.ofVirtual().start(task);
    try {
      return task.get(left().toNanos(), NANOSECONDS);
    } catch (ExecutionException e) {
      throw e.getCause();
    } catch (TimeoutException e) {
      throw new CannotMigrateException(step.advice(), e);
    } finally {
      over = true;
      task.cancel(true);
      for (var connection : connections) {
        cut(connection);
      }
    }
  }

  private static void cut(Connection connection) throws SQLException {
    connection.abort(Runnable::run);
  }
}
