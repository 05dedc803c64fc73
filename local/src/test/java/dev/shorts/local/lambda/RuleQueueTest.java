package dev.shorts.local.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.local.lambda.InvocationResult.FunctionError;
import dev.shorts.local.queue.Queue;
import dev.shorts.local.queue.Queues;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RuleQueueTest {

  private static final Queue SWEEP =
      new Queue("SweepQueue", Duration.ofSeconds(1), Optional.empty());

  @Test
  void aFunctionGetsTheEventAsItIsAndOnce() throws Exception {
    var seen = new LinkedBlockingQueue<String>();
    Invoker function =
        event -> {
          seen.add(new String(event, UTF_8));
          return new FunctionError("Runtime.ExitError", "which brings nothing back");
        };
    var account = new Queues.Account(Account.ID, Account.REGION);
    try (var queues = new Queues(new InetSocketAddress("127.0.0.1", 0), account, List.of(SWEEP))) {
      var queue =
          new QueueClient(
              queues.url(), queues.queueUrl(SWEEP.name()), queues.queueArn(SWEEP.name()), "");
      try (var _ = new RuleQueue(queue, function)) {
        send(queue, "{\"task\": \"sweep\"}", Duration.ZERO);
        assertThat(seen.poll(20, TimeUnit.SECONDS)).isEqualTo("{\"task\": \"sweep\"}");
        send(queue, "the next", SWEEP.visibilityTimeout().multipliedBy(2));
        assertThat(seen.poll(20, TimeUnit.SECONDS)).isEqualTo("the next");
      }
    }
  }

  private static void send(QueueClient queue, String body, Duration delay) throws Exception {
    queue.call(
        "SendMessage",
        Map.of(
            "QueueUrl", queue.queueUrl(), "MessageBody", body, "DelaySeconds", delay.toSeconds()));
  }
}
