package dev.shorts.emulator.events;

import dev.shorts.emulator.events.QueueClient.Message;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Receives messages from a queue until it is closed. */
final class Poller implements AutoCloseable {

  private final QueueClient queue;
  private final int batchSize;
  private final Receiver receiver;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /** Processes the messages of a batch and deletes them. */
  @FunctionalInterface
  interface Receiver {
    void receive(List<Message> batch) throws IOException, InterruptedException;
  }

  /**
   * @param batchSize largest number of messages in a batch, 1 to 10
   * @param concurrency number of threads that receive
   */
  Poller(QueueClient queue, int batchSize, int concurrency, Receiver receiver) {
    this.queue = queue;
    this.batchSize = batchSize;
    this.receiver = receiver;
    IntStream.range(0, concurrency).forEach(_ -> threads.submit(this::poll));
  }

  @Override
  public void close() {
    threads.shutdownNow();
    threads.close();
  }

  private void poll() {
    try {
      while (!threads.isShutdown()) {
        try {
          var batch = queue.receive(batchSize);
          if (!batch.isEmpty()) {
            receiver.receive(batch);
          }
        } catch (IOException _) {
          // The queue will respond again, or the poller is being closed.
          TimeUnit.SECONDS.sleep(1);
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
