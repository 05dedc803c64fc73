package dev.shorts.bench.api;

import dev.shorts.emulator.lambda.Account;
import dev.shorts.emulator.services.QueueSettings;
import dev.shorts.emulator.services.SqsServer;
import dev.shorts.local.Endpoints;
import dev.shorts.local.LocalCloud;
import dev.shorts.local.LocalCloudSettings;
import dev.shorts.local.StartException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Starts the services that the functions call: the Data API of a local cloud, and a queue that has
 * no consumer.
 */
final class CalledServices implements AutoCloseable {

  private static final String QUEUE = "Unread";

  private final LocalCloud cloud;
  private final SqsServer queues;
  private final Endpoints endpoints;

  private CalledServices(LocalCloud cloud, SqsServer queues, Endpoints endpoints) {
    this.cloud = cloud;
    this.queues = queues;
    this.endpoints = endpoints;
  }

  static CalledServices start(Path project)
      throws IOException, InterruptedException, StartException {
    var queues =
        new SqsServer(
            new InetSocketAddress("127.0.0.1", 0),
            new SqsServer.Account(Account.ID, Account.REGION),
            List.of(new QueueSettings(QUEUE, Duration.ofMinutes(16), Optional.empty())));
    var cloud = new LocalCloud(LocalCloudSettings.of(project), System.out::println);
    return new CalledServices(cloud, queues, cloud.start());
  }

  Endpoints endpoints() {
    return endpoints;
  }

  /** Of every function: what the local cloud gives ours, without its wires in between. */
  Map<String, String> environment() {
    var variables = new HashMap<>(endpoints.controls().environments().get("GetExportFunction"));
    variables.putAll(endpoints.controls().environments().get("CreateExportFunction"));
    variables.put("AWS_ENDPOINT_URL_RDS_DATA", endpoints.database().dataApi().toString());
    variables.put("AWS_ENDPOINT_URL_SQS", queues.url().toString());
    variables.put("TRANSCODE_QUEUE_URL", queues.queueUrl(QUEUE));
    return variables;
  }

  @Override
  public void close() {
    cloud.close();
    queues.close();
  }
}
