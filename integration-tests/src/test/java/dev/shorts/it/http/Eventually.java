package dev.shorts.it.http;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Looks again until something holds: for what another process does in its own time. */
public final class Eventually {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

  private Eventually() {}

  /** Throws what {@code assertion} throws at the last look. */
  public static void within(Duration patience, Runnable assertion) {
    var start = System.nanoTime();
    while (true) {
      try {
        assertion.run();
        return;
      } catch (AssertionError e) {
        if (System.nanoTime() - start > patience.toNanos()) {
          throw e;
        }
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }
}
