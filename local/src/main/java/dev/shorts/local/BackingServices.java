package dev.shorts.local;

import dev.shorts.emulator.faultproxy.AwsService;
import dev.shorts.emulator.faultproxy.FaultProxies;
import dev.shorts.emulator.host.ChildProcesses;
import dev.shorts.emulator.rdsdata.DataApiServer;
import dev.shorts.emulator.rdsdata.PostgresServer;
import dev.shorts.emulator.services.SecretsManagerServer;
import dev.shorts.emulator.template.Template;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** The services that functions use; none of them knows of a function. */
record BackingServices(
    PostgresServer postgres,
    DataApiServer dataApi,
    SecretsManagerServer secrets,
    StorageEndpoints places) {

  /**
   * All at the same time: each takes a second or two, and the database longest.
   *
   * @param parameters of the template
   */
  static BackingServices start(
      LocalCloudSettings settings,
      Template template,
      Map<String, String> parameters,
      ChildProcesses processes,
      ResourceStack rooms)
      throws ExecutionException, InterruptedException, IOException {
    InetSocketAddress bind = settings.anyPort();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var places =
          threads.submit(
              () ->
                  settings.localStack().isPresent()
                      ? rooms
                          .add(new LocalStackDeployment(settings, name(processes), parameters))
                          .places()
                      : StorageEndpoints.embedded(
                          bind, template, processes.directory("store"), rooms));
      var postgres = threads.submit(() -> rooms.add(postgres(settings, processes)));
      var secrets = LocalDatabaseNames.secrets(template.secrets());
      var dataApi =
          threads.submit(
              () ->
                  rooms.add(
                      new DataApiServer(
                          bind, postgres.get().port(), LocalDatabaseNames.CLUSTER_ARN, secrets)));
      var secretServer = threads.submit(() -> rooms.add(new SecretsManagerServer(bind, secrets)));
      return new BackingServices(postgres.get(), dataApi.get(), secretServer.get(), places.get());
    }
  }

  /** Opens the ways to what functions use. */
  void open(FaultProxies wires) throws IOException {
    wires.open(AwsService.RDS_DATA, dataApi.url());
    wires.open(AwsService.S3, places.s3());
    wires.open(AwsService.SECRETS_MANAGER, secrets.url());
    wires.open(AwsService.SQS, places.sqs());
  }

  /** For the SDK in each function. */
  Map<String, String> environment(FaultProxies wires) {
    return Map.of(
        "AWS_ENDPOINT_URL_RDS_DATA", wires.to(AwsService.RDS_DATA).toString(),
        "AWS_ENDPOINT_URL_S3", wires.to(AwsService.S3).toString(),
        "AWS_ENDPOINT_URL_SECRETS_MANAGER", wires.to(AwsService.SECRETS_MANAGER).toString(),
        "AWS_ENDPOINT_URL_SQS", wires.to(AwsService.SQS).toString());
  }

  /** Of a stack: the directory's, which nobody else has either. */
  private static String name(ChildProcesses processes) {
    return processes.directory().getFileName().toString();
  }

  private static PostgresServer postgres(LocalCloudSettings settings, ChildProcesses processes)
      throws IOException {
    return new PostgresServer(
        settings.project().resolve("local/target/postgres"),
        processes.directory().resolve("postgres"),
        settings.bind(),
        0,
        LocalDatabaseNames.NAME,
        LocalDatabaseNames.OWNER);
  }
}
