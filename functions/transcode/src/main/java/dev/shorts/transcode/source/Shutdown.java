package dev.shorts.transcode.source;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** Shuts down executors. */
final class Shutdown {

  /** Wait at most this long for interrupted threads to finish. */
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private Shutdown() {}

  /**
   * Interrupts all tasks and waits for their end; returns early if the calling thread is
   * interrupted.
   */
  static void now(ExecutorService executor) {
    executor.shutdownNow();
    try {
      executor.awaitTermination(LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
