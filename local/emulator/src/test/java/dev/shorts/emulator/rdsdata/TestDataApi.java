package dev.shorts.emulator.rdsdata;

import static software.amazon.awssdk.services.rdsdata.model.Field.fromStringValue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.rdsdata.RdsDataClient;
import software.amazon.awssdk.services.rdsdata.model.ExecuteStatementRequest;
import software.amazon.awssdk.services.rdsdata.model.ExecuteStatementResponse;
import software.amazon.awssdk.services.rdsdata.model.Field;
import software.amazon.awssdk.services.rdsdata.model.SqlParameter;
import software.amazon.awssdk.services.rdsdata.model.TypeHint;

/** A Data API on a PostgreSQL of its own, for tests, and a client of it. */
final class TestDataApi implements AutoCloseable {

  static final String CLUSTER = "arn:aws:rds:us-east-1:000000000000:cluster:shorts";
  static final String OWNER = "arn:aws:secretsmanager:us-east-1:000000000000:secret:owner";
  static final String GUEST = "arn:aws:secretsmanager:us-east-1:000000000000:secret:guest";
  static final String WRONG = "arn:aws:secretsmanager:us-east-1:000000000000:secret:wrong";
  static final String EMPTY = "arn:aws:secretsmanager:us-east-1:000000000000:secret:empty";
  private static final Map<String, String> SECRETS =
      Map.of(
          OWNER, "{\"username\": \"shorts_owner\", \"password\": \"secret\", \"port\": 5432}",
          GUEST, "{\"username\": \"guest\", \"password\": \"guest\"}",
          WRONG, "{\"username\": \"guest\", \"password\": \"other\"}",
          EMPTY, "{}");
  private static final InetSocketAddress LOOPBACK = new InetSocketAddress("127.0.0.1", 0);
  private static final Duration SHORT = Duration.ofSeconds(1);

  private final Path folder = Files.createTempDirectory("data-api");
  private final PostgresServer postgres =
      new PostgresServer(
          Path.of("target/postgres"),
          folder.resolve("data"),
          "127.0.0.1",
          0,
          "shorts",
          new Login("shorts_owner", "secret"));
  private final DataApiServer server =
      new DataApiServer(LOOPBACK, postgres.port(), CLUSTER, SECRETS);
  private final DataApiServer impatientServer =
      new DataApiServer(LOOPBACK, postgres.port(), new Cluster(CLUSTER, SECRETS), SHORT);
  private final RdsDataClient client = client(server);
  private final RdsDataClient impatient = client(impatientServer);

  TestDataApi() throws IOException {
    execute("CREATE ROLE guest LOGIN PASSWORD 'guest'");
    execute("CREATE TYPE mood AS ENUM ('good', 'bad')");
    execute(
        """
        CREATE TABLE thing (
          id uuid PRIMARY KEY, mood mood, data json, at timestamptz, day date, price numeric)
        """);
  }

  RdsDataClient client() {
    return client;
  }

  /** Asks a server on the same database whose statement time-out is {@link #SHORT}. */
  RdsDataClient impatient() {
    return impatient;
  }

  int postgresPort() {
    return postgres.port();
  }

  ExecuteStatementResponse execute(String sql, SqlParameter... parameters) {
    return client.executeStatement(statement(sql, b -> b.parameters(parameters)));
  }

  ExecuteStatementResponse as(String secret, String sql) {
    return client.executeStatement(statement(sql, b -> b.secretArn(secret)));
  }

  static ExecuteStatementRequest statement(
      String sql, Consumer<ExecuteStatementRequest.Builder> more) {
    return ExecuteStatementRequest.builder()
        .resourceArn(CLUSTER)
        .secretArn(OWNER)
        .database("shorts")
        .sql(sql)
        .applyMutation(more)
        .build();
  }

  static SqlParameter parameter(String name, Field value) {
    return SqlParameter.builder().name(name).value(value).build();
  }

  static SqlParameter hinted(String name, String value, TypeHint hint) {
    return parameter(name, fromStringValue(value)).toBuilder().typeHint(hint).build();
  }

  @Override
  public void close() throws IOException {
    client.close();
    impatient.close();
    server.close();
    impatientServer.close();
    postgres.close();
    Files.delete(folder);
  }

  private static RdsDataClient client(DataApiServer server) {
    return RdsDataClient.builder()
        .region(Region.US_EAST_1)
        .endpointOverride(server.url())
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.doNotRetry()))
        .build();
  }
}
