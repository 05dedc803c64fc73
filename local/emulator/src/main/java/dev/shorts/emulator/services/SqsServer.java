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

/** Serves SQS with queues in memory. */
public final class SqsServer implements AutoCloseable {

  /** Without logging and with few threads; only {@link #close} stops it. */
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

  /** Makes queue URLs start with the address in the caller's request. */
  private static final NodeAddress ADDRESS_OF_REQUEST = new NodeAddress("http", "*", 0, "");

  private final Account account;
  private final ActorSystem actors;
  private final URI url;

  /** The account and region in the URLs and ARNs of the queues. */
  public record Account(String id, String region) {}

  /**
   * @param bind address to listen on; port 0 is any free one
   * @param queues a dead-letter queue before the queue that names it
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

  /** The queue's URL at this server; the SDK sends it as a parameter to its own endpoint. */
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
            .withServerAddress(ADDRESS_OF_REQUEST)
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
      String message = new String(connection.getErrorStream().readAllBytes(), UTF_8);
      throw new IOException("The queue %s can't be made: %s".formatted(queue.name(), message));
    }
  }

  private Map<String, ?> policy(QueueSettings.Redrive redrive) {
    return Map.of(
        "deadLetterTargetArn", queueArn(redrive.deadLetterQueue()),
        "maxReceiveCount", redrive.maxReceiveCount());
  }
}
