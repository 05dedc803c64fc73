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
 * When a run must be over, whatever it is at. Its connections are cut then: Lambda freezes what
 * still runs after the answer, and a frozen transaction keeps its locks.
 */
public final class RunDeadline {

  private final long end;
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
  private volatile MigrationStep step = MigrationStep.READING_SECRETS;
  private volatile boolean over;

  public RunDeadline(Duration time) {
    end = System.nanoTime() + time.toNanos();
  }

  /** At least a millisecond: PostgreSQL takes none for no limit. */
  Duration left() {
    return Duration.ofNanos(Math.max(end - System.nanoTime(), 1_000_000));
  }

  public void begin(MigrationStep next) {
    step = next;
  }

  /** Has {@code connection} cut in the end. */
  public Connection watch(Connection connection) throws SQLException {
    connections.add(connection);
    if (over) {
      cut(connection);
    }
    return connection;
  }

  /** What {@code work} gives or throws, but never later than this. */
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
