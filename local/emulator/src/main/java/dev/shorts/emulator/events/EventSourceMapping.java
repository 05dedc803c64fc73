package dev.shorts.emulator.events;

import dev.shorts.emulator.events.QueueClient.Message;
import dev.shorts.emulator.lambda.InvocationResult.FunctionError;
import dev.shorts.emulator.lambda.InvocationResult.Payload;
import dev.shorts.emulator.lambda.Invoker;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * Lambda's event source mapping: takes messages from a queue to a function and deletes those that
 * it could take. The others come back when their visibility time-out is over.
 */
public final class EventSourceMapping implements AutoCloseable {

  private final QueueClient queue;
  private final Invoker function;
  private final boolean reportsFailures;
  private final Poller poller;

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
    this.reportsFailures = reportsFailures;
    poller = new Poller(queue, batchSize, concurrency, this::deliver);
  }

  @Override
  public void close() {
    poller.close();
  }

  private void deliver(List<Message> batch) throws IOException, InterruptedException {
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
