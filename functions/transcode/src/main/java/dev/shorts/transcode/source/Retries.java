package dev.shorts.transcode.source;

import dev.shorts.transcode.problem.SourceException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkServiceException;

/**
 * How often a store is asked again, and how patiently. The one place for it: the SDK's own retries
 * are off where sources are read. All in all a store that is silent is given up after some 95 s,
 * and one that refuses after some 17 s: of a function's 900 s that leaves the most.
 *
 * @param tries of one block, at least 1
 * @param patience with the first try; doubled with each up to eight times. S3's guide says 2 s for
 *     requests of less than 512 KB (Best Practices Design Patterns, "Timeouts and Retries")
 * @param backoff before the second try; doubled with each up to fifty times
 * @param pause waits
 */
record Retries(int tries, Duration patience, Duration backoff, Pause pause) {

  static final Retries USUAL =
      new Retries(8, Duration.ofSeconds(2), Duration.ofMillis(200), Thread::sleep);

  private static final int MOST_PATIENCE = 8;
  private static final int MOST_BACKOFF = 50;
  private static final int THROTTLED = 429;
  private static final int SERVER_ERROR = 500;

  @FunctionalInterface
  interface Pause {
    void pause(Duration time) throws InterruptedException;
  }

  /** How long to wait for a block after so many failures. */
  Duration patience(int failures) {
    return patience.multipliedBy(Math.min(1L << failures, MOST_PATIENCE));
  }

  /**
   * Returns when it is time to try again.
   *
   * @param failures so far, at least 1
   * @throws RuntimeException {@code failure}, if trying again won't help or was done enough
   */
  void waitAfter(int failures, RuntimeException failure) throws InterruptedException {
    if (failures >= tries || !isPassing(failure)) {
      throw failure;
    }
    long most = backoff.toMillis() * Math.min(1L << failures - 1, MOST_BACKOFF);
    // Half of it by chance, so that workers who failed together don't come back together.
    pause.pause(Duration.ofMillis(most - ThreadLocalRandom.current().nextLong(most / 2 + 1)));
  }

  /** The answer of {@code call}, asked for as often as it takes. */
  <T> T call(Supplier<T> call) throws InterruptedException {
    for (int failures = 1; ; failures++) {
      try {
        return call.get();
      } catch (RuntimeException e) {
        waitAfter(failures, e);
      }
    }
  }

  private static boolean isPassing(RuntimeException failure) {
    return switch (failure) {
      case SourceException _ -> false;
      case SdkServiceException e ->
          e.statusCode() >= SERVER_ERROR
              || e.statusCode() == THROTTLED
              || e.isThrottlingException();
      default -> true;
    };
  }
}
