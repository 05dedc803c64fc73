package dev.shorts.local;

import dev.shorts.emulator.faultproxy.AwsService;
import dev.shorts.emulator.faultproxy.FaultProxies;
import dev.shorts.emulator.host.ChildProcesses;
import dev.shorts.emulator.rdsdata.DataApiServer;
import dev.shorts.emulator.rdsdata.PostgresServer;
import dev.shorts.emulator.services.SecretsManagerServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Starts the services that functions call. */
record BackingServices(
    PostgresServer postgres,
    DataApiServer dataApi,
    SecretsManagerServer secrets,
    StorageEndpoints storage) {

  /** Starts all at the same time: each takes a second or two, and the database longest. */
  static BackingServices start(
      LocalCloudSettings settings,
      DeploymentPlan plan,
      ChildProcesses processes,
      ResourceStack resources)
      throws ExecutionException, InterruptedException, IOException {
    InetSocketAddress bind = settings.anyPort();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var storage = threads.submit(() -> storage(settings, plan, processes, resources));
      var postgres = threads.submit(() -> resources.add(postgres(settings, processes)));
      var secrets = LocalDatabaseNames.secrets(plan.template().resources().secrets());
      var dataApi =
          threads.submit(
              () ->
                  resources.add(
                      new DataApiServer(
                          bind, postgres.get().port(), LocalDatabaseNames.CLUSTER_ARN, secrets)));
      var secretServer =
          threads.submit(() -> resources.add(new SecretsManagerServer(bind, secrets)));
      return new BackingServices(postgres.get(), dataApi.get(), secretServer.get(), storage.get());
    }
  }

  /** Opens the proxies of the services. */
  void open(FaultProxies proxies) throws IOException {
    proxies.open(AwsService.RDS_DATA, dataApi.url());
    proxies.open(AwsService.S3, storage.s3());
    proxies.open(AwsService.SECRETS_MANAGER, secrets.url());
    proxies.open(AwsService.SQS, storage.sqs());
  }

  /** The variables that lead the SDK in each function to the proxies. */
  Map<String, String> environment(FaultProxies proxies) {
    return Map.of(
        "AWS_ENDPOINT_URL_RDS_DATA", proxies.to(AwsService.RDS_DATA).toString(),
        "AWS_ENDPOINT_URL_S3", proxies.to(AwsService.S3).toString(),
        "AWS_ENDPOINT_URL_SECRETS_MANAGER", proxies.to(AwsService.SECRETS_MANAGER).toString(),
        "AWS_ENDPOINT_URL_SQS", proxies.to(AwsService.SQS).toString());
  }

  Endpoints.Database database() {
    return new Endpoints.Database(dataApi.url(), postgres.url());
  }

  private static StorageEndpoints storage(
      LocalCloudSettings settings,
      DeploymentPlan plan,
      ChildProcesses processes,
      ResourceStack resources)
      throws Exception {
    if (settings.localStack().isPresent()) {
      // The directory's name is unique, so it serves as the name of the stack.
      var stack = processes.directory().getFileName().toString();
      return resources.add(new LocalStackDeployment(settings, stack, plan.parameters())).storage();
    }
    return StorageEndpoints.embedded(
        settings.anyPort(), plan.template().resources(), processes.directory("store"), resources);
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
