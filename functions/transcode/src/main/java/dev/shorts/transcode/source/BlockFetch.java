package dev.shorts.transcode.source;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Tracks one running request for consecutive blocks of a source. */
final class BlockFetch {

  /** Time-out of a request for at most 1 MiB, even if no reader waits for it. */
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final long first;
  private final List<CompletableFuture<Void>> arrivals;
  private final CompletableFuture<Void> end = new CompletableFuture<>();
  private volatile Future<?> work = CompletableFuture.completedFuture(null);

  /** Fetches the blocks, and calls {@link #arrived} for each. */
  @FunctionalInterface
  interface Work {
    void fetch(BlockFetch fetch) throws IOException;
  }

  /**
   * @param onEnd called once, before waiting readers return
   */
  BlockFetch(long first, int count, Consumer<BlockFetch> onEnd) {
    this.first = first;
    this.arrivals =
        Stream.<CompletableFuture<Void>>generate(CompletableFuture::new).limit(count).toList();
    end.whenComplete((_, _) -> onEnd.accept(this));
  }

  void begin(ExecutorService threads, Work task) {
    work = threads.submit(() -> run(task));
    end.orTimeout(LIMIT.toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete((_, e) -> stopIf(e instanceof TimeoutException));
  }

  long first() {
    return first;
  }

  long last() {
    return first + arrivals.size() - 1;
  }

  void arrived(long block) {
    arrivals.get(Math.toIntExact(block - first)).complete(null);
  }

  /**
   * Waits for {@code block}.
   *
   * @throws RuntimeException if it did not arrive; the request is cancelled then
   */
  void await(long block, Duration patience) throws InterruptedException {
    try {
      arrivals.get(Math.toIntExact(block - first)).get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      var tooSlow = new UncheckedIOException(new InterruptedIOException("nothing in " + patience));
      stop(tooSlow);
      throw tooSlow;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    }
  }

  private void stopIf(boolean tooLate) {
    if (tooLate) {
      stop(new UncheckedIOException(new InterruptedIOException("not done in " + LIMIT)));
    }
  }

  private void stop(RuntimeException why) {
    fail(why);
    work.cancel(true);
  }

  private void run(Work task) {
    try {
      task.fetch(this);
      end.complete(null);
    } catch (IOException e) {
      fail(new UncheckedIOException(e));
    } catch (RuntimeException e) {
      fail(e);
    }
  }

  private void fail(RuntimeException e) {
    end.completeExceptionally(e);
    arrivals.forEach(arrival -> arrival.completeExceptionally(e));
  }
}
