package dev.shorts.emulator.events;

import dev.shorts.emulator.events.QueueClient.Message;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Takes messages from a queue for as long as it is open. */
final class Poller implements AutoCloseable {

  private final QueueClient queue;
  private final int batchSize;
  private final Taker taker;
  private final ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor();

  /** Who gets the messages, and deletes them. */
  @FunctionalInterface
  interface Taker {
    void take(List<Message> batch) throws IOException, InterruptedException;
  }

  /**
   * @param batchSize messages at a time, 1 to 10
   * @param concurrency batches at the same time, at most
   */
  Poller(QueueClient queue, int batchSize, int concurrency, Taker taker) {
    this.queue = queue;
    this.batchSize = batchSize;
    this.taker = taker;
    IntStream.range(0, concurrency).forEach(_ -> hands.submit(this::poll));
  }

  @Override
  public void close() {
    hands.shutdownNow();
    hands.close();
  }

  private void poll() {
    try {
      while (!hands.isShutdown()) {
        try {
          var batch = queue.receive(batchSize);
          if (!batch.isEmpty()) {
            taker.take(batch);
          }
        } catch (IOException _) {
          // A queue that doesn't answer will again, or we are told to stop.
          TimeUnit.SECONDS.sleep(1);
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
