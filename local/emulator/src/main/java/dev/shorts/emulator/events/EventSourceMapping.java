package dev.shorts.emulator.events;

import dev.shorts.emulator.events.QueueClient.Message;
import dev.shorts.emulator.lambda.InvocationResult.FunctionError;
import dev.shorts.emulator.lambda.InvocationResult.Payload;
import dev.shorts.emulator.lambda.Invoker;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * Passes batches of messages from a queue to a function and deletes those that it processed, as
 * Lambda's event source mapping does. The others become visible again after their time-out.
 */
public final class EventSourceMapping implements AutoCloseable {

  private final QueueClient queue;
  private final Invoker function;
  private final boolean reportsFailures;
  private final Poller poller;

  /**
   * @param batchSize largest number of messages in a batch, 1 to 10
   * @param concurrency largest number of concurrent batches
   * @param reportsFailures whether the function responds with the messages that it could not
   *     process; otherwise it processes a batch as a whole
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
    Set<String> processed =
        switch (function.invoke(BatchEvent.of(queue.queueArn(), batch))) {
          case FunctionError _ -> Set.of();
          case Payload payload ->
              reportsFailures ? BatchEvent.processed(batch, payload) : BatchEvent.ids(batch);
        };
    for (Message message : batch) {
      if (processed.contains(message.id())) {
        queue.delete(message);
      }
    }
  }
}
