package dev.shorts.emulator.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shorts.emulator.events.QueueClient.Message;
import dev.shorts.emulator.lambda.Invoker;
import java.io.IOException;

/**
 * Passes the events of a rule from a queue to a function, for an EventBridge that cannot reach the
 * function itself.
 */
public final class RuleQueue implements AutoCloseable {

  private final QueueClient queue;
  private final Invoker function;
  private final Poller poller;

  public RuleQueue(QueueClient queue, Invoker function) {
    this.queue = queue;
    this.function = function;
    poller = new Poller(queue, 1, 1, batch -> deliver(batch.getFirst()));
  }

  @Override
  public void close() {
    poller.close();
  }

  /** Ignores the result, as EventBridge does; the function's log has its errors. */
  private void deliver(Message event) throws IOException, InterruptedException {
    function.invoke(event.body().getBytes(UTF_8));
    queue.delete(event);
  }
}
