package dev.shorts.emulator.services;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.shorts.emulator.host.JsonCodec;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pekko.actor.ActorSystem;
import org.elasticmq.NodeAddress;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;

/** SQS in memory. */
public final class SqsServer implements AutoCloseable {

  /** Quiet, few threads, and stopped by us and nobody else. */
  private static final Config QUIET =
      ConfigFactory.parseString(
          """
          pekko {
            loggers = []
            loglevel = OFF
            stdout-loglevel = OFF
            jvm-exit-on-fatal-error = off
            coordinated-shutdown.run-by-jvm-shutdown-hook = off
            actor.default-dispatcher.fork-join-executor { parallelism-min = 2, parallelism-max = 4 }
          }
          """);

  /** Its queue URLs then begin with the address under which it was asked. */
  private static final NodeAddress AS_THE_CALLER_CAME = new NodeAddress("http", "*", 0, "");

  private final Account account;
  private final ActorSystem actors;
  private final URI url;

  /** Whose queues they are: part of their URLs and ARNs. */
  public record Account(String id, String region) {}

  /**
   * @param bind where to listen; port 0 is any free one
   * @param queues a dead-letter queue before the one that names it
   */
  public SqsServer(InetSocketAddress bind, Account account, List<QueueSettings> queues)
      throws IOException {
    this.account = account;
    ClassLoader classes = SqsServer.class.getClassLoader();
    actors = ActorSystem.create("queues", QUIET.withFallback(ConfigFactory.load(classes)), classes);
    try {
      url = listen(bind);
      for (QueueSettings queue : queues) {
        create(queue);
      }
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  public URI url() {
    return url;
  }

  /** The queue's URL as seen from this machine; the SDK sends it, and goes to its endpoint. */
  public String queueUrl(String name) {
    return "%s/%s/%s".formatted(url, account.id(), name);
  }

  public String queueArn(String name) {
    return "arn:aws:sqs:%s:%s:%s".formatted(account.region(), account.id(), name);
  }

  @Override
  public void close() {
    actors.terminate();
    actors.getWhenTerminated().toCompletableFuture().join();
  }

  private URI listen(InetSocketAddress bind) throws IOException {
    var server =
        SQSRestServerBuilder.withActorSystem(actors)
            .withInterface(bind.getHostString())
            .withPort(bind.getPort())
            .withServerAddress(AS_THE_CALLER_CAME)
            .withAWSRegion(account.region())
            .withAWSAccountId(account.id())
            .start();
    try {
      int port = server.waitUntilStarted().localAddress().getPort();
      return URI.create("http://%s:%d".formatted(bind.getHostString(), port));
    } catch (Exception e) {
      throw new IOException("SQS does not start on port %d".formatted(bind.getPort()), e);
    }
  }

  private void create(QueueSettings queue) throws IOException {
    Map<String, String> attributes = new HashMap<>();
    attributes.put("VisibilityTimeout", String.valueOf(queue.visibilityTimeout().toSeconds()));
    if (queue.redrive().isPresent()) {
      attributes.put("RedrivePolicy", JsonCodec.text(policy(queue.redrive().get())));
    }
    var connection = (HttpURLConnection) url.toURL().openConnection();
    connection.setRequestProperty("X-Amz-Target", "AmazonSQS.CreateQueue");
    connection.setRequestProperty("Content-Type", "application/x-amz-json-1.0");
    connection.setDoOutput(true);
    try (OutputStream body = connection.getOutputStream()) {
      body.write(JsonCodec.bytes(Map.of("QueueName", queue.name(), "Attributes", attributes)));
    }
    if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
      String words = new String(connection.getErrorStream().readAllBytes(), UTF_8);
      throw new IOException("The queue %s can't be made: %s".formatted(queue.name(), words));
    }
  }

  private Map<String, ?> policy(QueueSettings.Redrive redrive) {
    return Map.of(
        "deadLetterTargetArn", queueArn(redrive.deadLetterQueue()),
        "maxReceiveCount", redrive.maxReceiveCount());
  }
}
