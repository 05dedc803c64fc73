package dev.shorts.emulator.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.emulator.host.JsonCodec;
import dev.shorts.emulator.lambda.Account;
import dev.shorts.emulator.lambda.InvocationResult.FunctionError;
import dev.shorts.emulator.lambda.InvocationResult.Payload;
import dev.shorts.emulator.lambda.Invoker;
import dev.shorts.emulator.services.QueueSettings;
import dev.shorts.emulator.services.SqsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventSourceMappingTest {

  private static final String NAME = "Jobs";

  private final BlockingQueue<Message> seen = new LinkedBlockingQueue<>();
  private SqsServer queues;
  private QueueClient queue;

  private record Message(String id, String body, String received) {}

  @BeforeEach
  void start() throws IOException {
    queues =
        new SqsServer(
            new InetSocketAddress("127.0.0.1", 0),
            new SqsServer.Account(Account.ID, Account.REGION),
            List.of(new QueueSettings(NAME, Duration.ofSeconds(1), Optional.empty())));
    queue = new QueueClient(queues.url(), queues.queueUrl(NAME), queues.queueArn(NAME), "TestRole");
  }

  @AfterEach
  void stop() {
    queues.close();
  }

  @Test
  void onlyReportedMessagesAreDeliveredAgain() throws Exception {
    send("good");
    send("bad");
    Invoker function =
        event -> {
          var batch = messages(event);
          seen.addAll(batch);
          return failing(batch.stream().filter(message -> message.body().equals("bad")).toList());
        };

    try (var _ = new EventSourceMapping(queue, function, 10, 1, true)) {
      assertThat(List.of(next().body(), next().body())).containsExactlyInAnyOrder("good", "bad");
      assertThat(next()).returns("bad", Message::body).returns("2", Message::received);
      assertThat(next()).returns("bad", Message::body).returns("3", Message::received);
    }
  }

  @Test
  void aFunctionErrorDeliversTheBatchAgain() throws Exception {
    send("once");
    Invoker function =
        event -> {
          var batch = messages(event);
          seen.addAll(batch);
          return batch.getFirst().received().equals("1")
              ? new FunctionError("Runtime.ExitError", "killed")
              : failing(List.of());
        };

    try (var _ = new EventSourceMapping(queue, function, 1, 1, true)) {
      assertThat(next().received()).isEqualTo("1");
      assertThat(next().received()).isEqualTo("2");
    }
  }

  @Test
  void aFunctionWithoutFailureReportsProcessesTheWholeBatch() throws Exception {
    send("once");
    Invoker function =
        event -> {
          var batch = messages(event);
          seen.addAll(batch);
          return failing(batch);
        };

    try (var _ = new EventSourceMapping(queue, function, 1, 1, false)) {
      assertThat(next().received()).isEqualTo("1");
      // Visible again after a second, unless it was deleted.
      assertThat(seen.poll(2, TimeUnit.SECONDS)).isNull();
    }
  }

  @Test
  void batchesRunConcurrentlyUpToTheMaximum() throws Exception {
    send("one");
    send("two");
    var both = new CyclicBarrier(2);
    Invoker function =
        event -> {
          try {
            both.await(20, TimeUnit.SECONDS);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
          seen.addAll(messages(event));
          return failing(List.of());
        };

    try (var _ = new EventSourceMapping(queue, function, 1, 2, true)) {
      assertThat(List.of(next().body(), next().body())).containsExactlyInAnyOrder("one", "two");
    }
  }

  private Message next() throws InterruptedException {
    Message message = seen.poll(20, TimeUnit.SECONDS);
    assertThat(message).isNotNull();
    return message;
  }

  private void send(String body) throws Exception {
    queue.call("SendMessage", Map.of("QueueUrl", queue.queueUrl(), "MessageBody", body));
  }

  private static Payload failing(List<Message> messages) {
    var failures =
        messages.stream().map(message -> Map.of("itemIdentifier", message.id())).toList();
    return new Payload(JsonCodec.bytes(Map.of("batchItemFailures", failures)));
  }

  private static List<Message> messages(byte[] event) {
    try {
      return ((List<?>) JsonCodec.map(event).get("Records"))
          .stream()
              .map(entry -> (Map<?, ?>) entry)
              .map(
                  entry ->
                      new Message(
                          (String) entry.get("messageId"),
                          (String) entry.get("body"),
                          (String)
                              ((Map<?, ?>) entry.get("attributes")).get("ApproximateReceiveCount")))
              .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
