package dev.shorts.local;

import dev.shorts.local.database.DataApiServer;
import dev.shorts.local.database.Postgres;
import dev.shorts.local.process.ChildProcesses;
import dev.shorts.local.secret.SecretServer;
import dev.shorts.local.template.Template;
import dev.shorts.local.wire.Service;
import dev.shorts.local.wire.Wires;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** The services that functions use; none of them knows of a function. */
record Services(Postgres postgres, DataApiServer dataApi, SecretServer secrets, Places places) {

  /**
   * All at the same time: each takes a second or two, and the database longest.
   *
   * @param parameters of the template
   */
  static Services start(
      Settings settings,
      Template template,
      Map<String, String> parameters,
      ChildProcesses processes,
      Rooms rooms)
      throws ExecutionException, InterruptedException, IOException {
    InetSocketAddress bind = settings.anyPort();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var places =
          threads.submit(
              () ->
                  settings.localStack().isPresent()
                      ? rooms.add(new Stack(settings, name(processes), parameters)).places()
                      : Places.embedded(bind, template, processes.directory("store"), rooms));
      var postgres = threads.submit(() -> rooms.add(postgres(settings, processes)));
      var secrets = Database.secrets(template.secrets());
      var dataApi =
          threads.submit(
              () ->
                  rooms.add(
                      new DataApiServer(
                          bind, postgres.get().port(), Database.CLUSTER_ARN, secrets)));
      var secretServer = threads.submit(() -> rooms.add(new SecretServer(bind, secrets)));
      return new Services(postgres.get(), dataApi.get(), secretServer.get(), places.get());
    }
  }

  /** Opens the ways to what functions use. */
  void open(Wires wires) throws IOException {
    wires.open(Service.RDS_DATA, dataApi.url());
    wires.open(Service.S3, places.s3());
    wires.open(Service.SECRETS_MANAGER, secrets.url());
    wires.open(Service.SQS, places.sqs());
  }

  /** For the SDK in each function. */
  Map<String, String> environment(Wires wires) {
    return Map.of(
        "AWS_ENDPOINT_URL_RDS_DATA", wires.to(Service.RDS_DATA).toString(),
        "AWS_ENDPOINT_URL_S3", wires.to(Service.S3).toString(),
        "AWS_ENDPOINT_URL_SECRETS_MANAGER", wires.to(Service.SECRETS_MANAGER).toString(),
        "AWS_ENDPOINT_URL_SQS", wires.to(Service.SQS).toString());
  }

  /** Of a stack: the directory's, which nobody else has either. */
  private static String name(ChildProcesses processes) {
    return processes.directory().getFileName().toString();
  }

  private static Postgres postgres(Settings settings, ChildProcesses processes) throws IOException {
    return new Postgres(
        settings.project().resolve("local/target/postgres"),
        processes.directory().resolve("postgres"),
        settings.bind(),
        0,
        Database.NAME,
        Database.OWNER);
  }
}
