package dev.shorts.transcode.source;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** How threads end. */
final class Shutdown {

  /** Nobody takes so long who is interrupted; if somebody does, the job has waited enough. */
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private Shutdown() {}

  /** Interrupts what runs and waits for its end; an interruption of its own cuts that short. */
  static void of(ExecutorService threads) {
    threads.shutdownNow();
    try {
      threads.awaitTermination(LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
