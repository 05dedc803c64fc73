package dev.shorts.local.lambda;

import dev.shorts.local.lambda.InvocationResult.FunctionError;
import dev.shorts.local.lambda.InvocationResult.Payload;
import dev.shorts.local.lambda.QueueClient.Message;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Lambda's event source mapping: takes messages from a queue to a function and deletes those that
 * it could take. The others come back when their visibility time-out is over.
 */
public final class EventSourceMapping implements AutoCloseable {

  private final QueueClient queue;
  private final Invoker function;
  private final int batchSize;
  private final boolean reportsFailures;
  private final ExecutorService pollers = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * @param batchSize messages at a time, 1 to 10
   * @param concurrency batches at the same time, at most
   * @param reportsFailures whether the function answers with the messages that it couldn't take;
   *     otherwise it takes a batch as a whole
   */
  public EventSourceMapping(
      QueueClient queue,
      Invoker function,
      int batchSize,
      int concurrency,
      boolean reportsFailures) {
    this.queue = queue;
    this.function = function;
    this.batchSize = batchSize;
    this.reportsFailures = reportsFailures;
    IntStream.range(0, concurrency).forEach(_ -> pollers.submit(this::poll));
  }

  @Override
  public void close() {
    pollers.shutdownNow();
    pollers.close();
  }

  private void poll() {
    try {
      while (!pollers.isShutdown()) {
        try {
          deliver(queue.receive(batchSize));
        } catch (IOException _) {
          // A queue that doesn't answer will again, or we are told to stop.
          TimeUnit.SECONDS.sleep(1);
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void deliver(List<Message> batch) throws IOException, InterruptedException {
    if (batch.isEmpty()) {
      return;
    }
    Set<String> taken =
        switch (function.invoke(BatchEvent.of(queue.queueArn(), batch))) {
          case FunctionError _ -> Set.of();
          case Payload payload -> BatchEvent.taken(batch, payload, reportsFailures);
        };
    for (Message message : batch) {
      if (taken.contains(message.id())) {
        queue.delete(message);
      }
    }
  }
}
