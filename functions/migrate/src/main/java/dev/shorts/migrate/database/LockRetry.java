package dev.shorts.migrate.database;

import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * Repeats work that gave up waiting for a lock, with a pause in which others get through. Every
 * statement that comes after one that waits for a table waits behind it, so the migration's
 * statements wait briefly (their time-out is {@link #LOCK_TIMEOUT}). The run's deadline ends the
 * repetition.
 */
public final class LockRetry {

  /**
   * Time-out of a statement that waits for a lock. Shorter than PostgreSQL's deadlock_timeout, 1 s:
   * in a deadlock it is the migration that gives up.
   */
  public static final Duration LOCK_TIMEOUT = Duration.ofMillis(800);

  /** Longer than {@link #LOCK_TIMEOUT}, so that waiting statements get through in between. */
  private static final Duration PAUSE = Duration.ofMillis(1500);

  private LockRetry() {}

  /** Returns the first result of {@code work}; rethrows every failure that is about no lock. */
  public static <T> T run(RunDeadline deadline, Callable<T> work) throws Exception {
    while (true) {
      try {
        var result = work.call();
        deadline.begin(MigrationStep.MIGRATING);
        return result;
      } catch (Exception e) {
        if (!SqlStates.isLocked(e)) {
          throw e;
        }
        deadline.begin(MigrationStep.WAITING_FOR_LOCKS);
        pause(e);
      }
    }
  }

  private static void pause(Exception reason) throws Exception {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw reason;
    }
  }
}
