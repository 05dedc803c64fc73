package dev.shorts.migrate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.migrate.catalog.CreateTables;
import dev.shorts.migrate.database.DatabaseSecret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A stack whose migration is driven as CloudFormation does it. */
record Stack(
    String name,
    String endpoint,
    String database,
    DatabaseSecret owner,
    DatabaseSecret api,
    DatabaseSecret worker,
    CreateTables createTables) {

  private static final AtomicInteger REQUESTS = new AtomicInteger();

  /** An Answer is the response of a migration. */
  record Answer(String status, String reason) {
    static final Answer SUCCESS = new Answer("SUCCESS", "");
  }

  static Stack on(String database, DatabaseSecret owner) {
    return named("stack-of-" + database, database, owner);
  }

  static Stack named(String name, String database, DatabaseSecret owner) {
    return new Stack(
        name,
        Server.endpoint(),
        database,
        owner,
        Server.secret("api_of_" + name, "it's \"quoted\" $1 \\ %"),
        Server.secret("worker_of_" + name, "w0rker"),
        CreateTables.AUTO);
  }

  /** Generated anew, as after the stack was deleted. */
  Stack withOtherPasswords() {
    return new Stack(
        name,
        endpoint,
        database,
        owner,
        Server.secret(api.username(), "another for the api"),
        Server.secret(worker.username(), "another for the worker"),
        createTables);
  }

  Stack at(String otherEndpoint) {
    return new Stack(name, otherEndpoint, database, owner, api, worker, createTables);
  }

  Stack migratedBy(DatabaseSecret other) {
    return new Stack(name, endpoint, database, other, api, worker, createTables);
  }

  Stack with(CreateTables parameter) {
    return new Stack(name, endpoint, database, owner, api, worker, parameter);
  }

  Login login(DatabaseSecret role) {
    return new Login(endpoint, database, role);
  }

  /**
   * @param zips folders of {@code zips/} whose migrations the function has beside its own
   */
  Answer deliver(String type, String... zips) throws IOException {
    return deliver(type, Run.of(Duration.ofMinutes(10)), zips);
  }

  Answer deliver(String type, Run run, String... zips) throws IOException {
    return deliver(type, run, Map.of(), zips);
  }

  private Answer deliver(String type, Run run, Map<String, Object> before, String... zips)
      throws IOException {
    try (var cloudFormation = new CloudFormation();
        var _ = Zip.with(zips)) {
      var event =
          new HashMap<>(
              cloudFormation.event(
                  type,
                  "arn:aws:cloudformation:eu-central-1:123456789012:stack/" + name,
                  "request-" + REQUESTS.incrementAndGet()));
      event.put("OldResourceProperties", before);
      var log = new ByteArrayOutputStream();
      CloudFormation.deliver(
          event, run, log, () -> new Migrate(endpoint, database, owner, api, worker, createTables));
      return checked(event, cloudFormation.answer(), log.toString(UTF_8));
    }
  }

  /** As CloudFormation undoes an update: the newer version is the old one then. */
  Answer rollBack() throws IOException {
    return deliver("Update", Run.of(Duration.ofMinutes(10)), Map.of("Code", "arn:aws:lambda:8"));
  }

  /** The same request in two sandboxes at the same time. */
  List<Answer> deliverTwiceAtOnce(String type) throws InterruptedException, ExecutionException {
    Callable<Answer> delivery = () -> deliver(type);
    try (var executor = Executors.newFixedThreadPool(2)) {
      var both = executor.invokeAll(List.of(delivery, delivery));
      return List.of(both.get(0).get(), both.get(1).get());
    }
  }

  private Answer checked(Map<String, Object> event, Map<String, Object> answer, String log) {
    var rest = new HashMap<>(answer);
    var status = (String) rest.remove("Status");
    var reason = (String) rest.getOrDefault("Reason", "");
    rest.remove("Reason");
    assertThat(rest)
        .isEqualTo(
            Map.of(
                "PhysicalResourceId",
                "schema-of-shorts-export",
                "StackId",
                event.get("StackId"),
                "RequestId",
                event.get("RequestId"),
                "LogicalResourceId",
                "Migration"));
    assertThat(reason).doesNotContain(endpoint.split(":"));
    assertThat(reason + log)
        .doesNotContain(owner.password(), api.password(), worker.password(), "SCRAM-SHA-256");
    return new Answer(status, reason);
  }
}
