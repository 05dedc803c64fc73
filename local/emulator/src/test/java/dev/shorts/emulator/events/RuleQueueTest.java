package dev.shorts.emulator.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.emulator.lambda.Account;
import dev.shorts.emulator.lambda.InvocationResult.FunctionError;
import dev.shorts.emulator.lambda.Invoker;
import dev.shorts.emulator.services.QueueSettings;
import dev.shorts.emulator.services.SqsServer;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RuleQueueTest {

  private static final QueueSettings SWEEP =
      new QueueSettings("SweepQueue", Duration.ofSeconds(1), Optional.empty());

  @Test
  void theFunctionGetsTheEventOnceAndUnchanged() throws Exception {
    var seen = new LinkedBlockingQueue<String>();
    Invoker function =
        event -> {
          seen.add(new String(event, UTF_8));
          return new FunctionError("Runtime.ExitError", "which brings nothing back");
        };
    var account = new SqsServer.Account(Account.ID, Account.REGION);
    try (var queues =
        new SqsServer(new InetSocketAddress("127.0.0.1", 0), account, List.of(SWEEP))) {
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
