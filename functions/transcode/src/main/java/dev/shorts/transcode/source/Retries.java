package dev.shorts.transcode.source;

import dev.shorts.transcode.problem.SourceException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkServiceException;

/**
 * Configures retries of reads from the store; the SDK's own retries are off there. A store that
 * does not respond is given up after some 95 s, one that answers with errors after some 17 s, which
 * leaves most of a function's 900 s.
 *
 * @param tries of one block, at least 1
 * @param patience time-out of the first try; doubled with each up to eight times. S3's guide says 2
 *     s for requests of less than 512 KB (Best Practices Design Patterns, "Timeouts and Retries")
 * @param backoff before the second try; doubled with each up to fifty times
 * @param pause sleeps
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

  /** Returns the time-out for a block after a number of failures. */
  Duration patience(int failures) {
    return patience.multipliedBy(Math.min(1L << failures, MOST_PATIENCE));
  }

  /**
   * Waits until the next try.
   *
   * @param failures so far, at least 1
   * @throws RuntimeException {@code failure}, if it is not transient or there are no tries left
   */
  void waitAfter(int failures, RuntimeException failure) throws InterruptedException {
    if (failures >= tries || !isTransient(failure)) {
      throw failure;
    }
    long most = backoff.toMillis() * Math.min(1L << failures - 1, MOST_BACKOFF);
    // Half of it is random (jitter), so that workers who failed together don't come back together.
    pause.pause(Duration.ofMillis(most - ThreadLocalRandom.current().nextLong(most / 2 + 1)));
  }

  /** Returns the result of {@code call}, retried after transient errors. */
  <T> T call(Supplier<T> call) throws InterruptedException {
    for (int failures = 1; ; failures++) {
      try {
        return call.get();
      } catch (RuntimeException e) {
        waitAfter(failures, e);
      }
    }
  }

  private static boolean isTransient(RuntimeException failure) {
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
