package dev.shorts.emulator.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shorts.emulator.events.QueueClient.Message;
import dev.shorts.emulator.lambda.Invoker;
import java.io.IOException;

/**
 * Where a rule of EventBridge sends its events when it can't send them to the function: each
 * message is an event as the function would get it.
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

  /** As on AWS, nobody waits for the answer; the function's log says what went wrong. */
  private void deliver(Message event) throws IOException, InterruptedException {
    function.invoke(event.body().getBytes(UTF_8));
    queue.delete(event);
  }
}
