package dev.shorts.local.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static software.amazon.awssdk.services.rdsdata.model.Field.fromBlobValue;
import static software.amazon.awssdk.services.rdsdata.model.Field.fromBooleanValue;
import static software.amazon.awssdk.services.rdsdata.model.Field.fromDoubleValue;
import static software.amazon.awssdk.services.rdsdata.model.Field.fromIsNull;
import static software.amazon.awssdk.services.rdsdata.model.Field.fromLongValue;
import static software.amazon.awssdk.services.rdsdata.model.Field.fromStringValue;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.rdsdata.RdsDataClient;
import software.amazon.awssdk.services.rdsdata.model.BadRequestException;
import software.amazon.awssdk.services.rdsdata.model.ColumnMetadata;
import software.amazon.awssdk.services.rdsdata.model.DatabaseErrorException;
import software.amazon.awssdk.services.rdsdata.model.ExecuteStatementRequest;
import software.amazon.awssdk.services.rdsdata.model.ExecuteStatementResponse;
import software.amazon.awssdk.services.rdsdata.model.Field;
import software.amazon.awssdk.services.rdsdata.model.InvalidSecretException;
import software.amazon.awssdk.services.rdsdata.model.RdsDataException;
import software.amazon.awssdk.services.rdsdata.model.SecretsErrorException;
import software.amazon.awssdk.services.rdsdata.model.SqlParameter;
import software.amazon.awssdk.services.rdsdata.model.StatementTimeoutException;
import software.amazon.awssdk.services.rdsdata.model.TransactionNotFoundException;
import software.amazon.awssdk.services.rdsdata.model.TypeHint;
import software.amazon.awssdk.services.rdsdata.model.UnsupportedResultException;

class DataApiServerTest {

  private static final String CLUSTER = "arn:aws:rds:us-east-1:000000000000:cluster:shorts";
  private static final String OWNER = "arn:aws:secretsmanager:us-east-1:000000000000:secret:owner";
  private static final String GUEST = "arn:aws:secretsmanager:us-east-1:000000000000:secret:guest";
  private static final String WRONG = "arn:aws:secretsmanager:us-east-1:000000000000:secret:wrong";
  private static final String EMPTY = "arn:aws:secretsmanager:us-east-1:000000000000:secret:empty";
  private static final Map<String, String> SECRETS =
      Map.of(
          OWNER, "{\"username\": \"shorts_owner\", \"password\": \"secret\", \"port\": 5432}",
          GUEST, "{\"username\": \"guest\", \"password\": \"guest\"}",
          WRONG, "{\"username\": \"guest\", \"password\": \"other\"}",
          EMPTY, "{}");
  private static final String ID = "00000000-0000-0000-0000-000000000001";
  private static final InetSocketAddress LOOPBACK = new InetSocketAddress("127.0.0.1", 0);
  private static final DataApi.Limits SHORT =
      new DataApi.Limits(Duration.ofSeconds(1), Duration.ofMillis(500));

  @TempDir static Path folder;
  private static Postgres postgres;
  private static DataApiServer server;
  private static DataApiServer impatientServer;
  private static RdsDataClient client;
  private static RdsDataClient impatient;

  @BeforeAll
  static void start() throws Exception {
    postgres =
        new Postgres(
            Path.of("target/postgres"),
            folder.resolve("data"),
            0,
            "shorts",
            new Login("shorts_owner", "secret"));
    server = new DataApiServer(LOOPBACK, postgres.port(), CLUSTER, SECRETS);
    impatientServer =
        new DataApiServer(LOOPBACK, postgres.port(), new Cluster(CLUSTER, SECRETS), SHORT);
    client = client(server);
    impatient = client(impatientServer);
    execute("CREATE ROLE guest LOGIN PASSWORD 'guest'");
    execute("CREATE TYPE mood AS ENUM ('good', 'bad')");
    execute(
        """
        CREATE TABLE thing (
          id uuid PRIMARY KEY, mood mood, data json, at timestamptz, day date, price numeric)
        """);
  }

  @AfterAll
  static void stop() throws Exception {
    client.close();
    impatient.close();
    server.close();
    impatientServer.close();
    postgres.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          1::int2                                    | Field(LongValue=1)
          1                                          | Field(LongValue=1)
          9007199254740993::bigint                   | Field(LongValue=9007199254740993)
          0.1::float8                                | Field(DoubleValue=0.1)
          'NaN'::float8                              | Field(DoubleValue=NaN)
          180.0010                                   | Field(StringValue=180.0010)
          true                                       | Field(BooleanValue=true)
          'word'::text                               | Field(StringValue=word)
          'good'::mood                               | Field(StringValue=good)
          '{"a": [1]}'::jsonb                        | Field(StringValue={"a": [1]})
          DATE '2026-01-02'                          | Field(StringValue=2026-01-02)
          TIME '12:34:56'                            | Field(StringValue=12:34:56)
          TIMESTAMP '2026-01-02 03:04:05.6789'       | Field(StringValue=2026-01-02 03:04:05.678)
          TIMESTAMPTZ '2026-01-02 03:04:05+02'       | Field(StringValue=2026-01-02 01:04:05)
          TIMESTAMPTZ '2026-07-02 03:04:05.5Z'       | Field(StringValue=2026-07-02 03:04:05.500)
          NULL::text                                 | Field(IsNull=true)
          NULL::int                                  | Field(IsNull=true)
          NULL::timestamptz                          | Field(IsNull=true)
          NULL::text[]                               | Field(IsNull=true)
          ARRAY['a','b']                             | Field(ArrayValue=ArrayValue(StringValues=[a, b]))
          ARRAY[1,2]                                 | Field(ArrayValue=ArrayValue(LongValues=[1, 2]))
          """)
  void writesEachTypeAsItsKind(String expression, String field) {
    assertThat(execute("SELECT " + expression).records().getFirst().getFirst()).hasToString(field);
  }

  @Test
  void describesColumnsWhenAsked() {
    var answer =
        client.executeStatement(
            statement("SELECT 1::bigint AS n, 'a'::text AS t", b -> b.includeResultMetadata(true)));

    assertThat(answer.columnMetadata())
        .extracting(ColumnMetadata::name, ColumnMetadata::label, ColumnMetadata::typeName)
        .containsExactly(tuple("n", "n", "int8"), tuple("t", "t", "text"));
    assertThat(execute("SELECT 1").hasColumnMetadata()).isFalse();
  }

  @Test
  void countsWhatChangedAndReturnsWhatIsAskedFor() {
    execute("CREATE TABLE counted (n int)");

    assertThat(execute("INSERT INTO counted VALUES (1), (2)").numberOfRecordsUpdated())
        .isEqualTo(2);
    var returning = execute("INSERT INTO counted VALUES (3) RETURNING n");
    assertThat(returning.records()).isEqualTo(List.of(List.of(fromLongValue(3L))));
    assertThat(returning.numberOfRecordsUpdated()).isZero();
    assertThat(execute("SELECT n FROM counted WHERE n > 3").records()).isEmpty();
  }

  @Test
  void bindsParametersByName() {
    var answer =
        execute(
            "SELECT :t, :n + 1, :f, :b, :x, :t || ':t' -- :t",
            parameter("t", fromStringValue("a")),
            parameter("n", fromLongValue(41L)),
            parameter("f", fromDoubleValue(1.5)),
            parameter("b", fromBooleanValue(true)),
            parameter("x", fromBlobValue(SdkBytes.fromUtf8String("x"))));

    assertThat(answer.records().getFirst())
        .containsExactly(
            fromStringValue("a"),
            fromLongValue(42L),
            fromDoubleValue(1.5),
            fromBooleanValue(true),
            fromBlobValue(SdkBytes.fromUtf8String("x")),
            fromStringValue("a:t"));
  }

  @Test
  void everyOccurrenceIsABindOfItsOwn() {
    assertThatThrownBy(
            () ->
                execute(
                    "SELECT n + :x FROM generate_series(1, 2) AS n GROUP BY n + :x",
                    parameter("x", fromLongValue(1L))))
        .hasMessageContaining("must appear in the GROUP BY clause");
  }

  @ParameterizedTest
  @CsvSource({
    "id, 00000000-0000-0000-0000-000000000009, uuid",
    "mood, good, mood",
    "data, {}, json",
    "at, 2026-01-01 00:00:00, timestamp with time zone",
    "day, 2026-01-01, date",
    "price, 1.5, numeric"
  })
  void aStringIsATextAndNothingElse(String column, String value, String type) {
    assertThatThrownBy(
            () ->
                execute(
                    "INSERT INTO thing (%s) VALUES (:v)".formatted(column),
                    parameter("v", fromStringValue(value))))
        .isInstanceOf(DatabaseErrorException.class)
        .hasMessageContaining(
            "ERROR: column \"%s\" is of type %s but expression is of type text"
                .formatted(column, type))
        .hasMessageContaining("; SQLState: 42804");
  }

  @Test
  void hintsAndCastsMakeItFit() {
    execute(
        "INSERT INTO thing VALUES (:id, CAST(:mood AS mood), :data, :at, :day, :price)",
        hinted("id", ID, TypeHint.UUID),
        parameter("mood", fromStringValue("bad")),
        hinted("data", "{}", TypeHint.JSON),
        hinted("at", "2026-01-01 00:00:00.5", TypeHint.TIMESTAMP),
        hinted("day", "2026-01-01", TypeHint.DATE),
        hinted("price", "1.50", TypeHint.DECIMAL));

    assertThat(execute("SELECT at, price FROM thing WHERE day = '2026-01-01'").records().getFirst())
        .containsExactly(fromStringValue("2026-01-01 00:00:00.500"), fromStringValue("1.50"));
  }

  @Test
  void nullFitsEverywhere() {
    execute(
        "INSERT INTO thing (id, at, price) VALUES (gen_random_uuid(), :at, :price)",
        parameter("at", fromIsNull(true)),
        SqlParameter.builder()
            .name("price")
            .value(fromIsNull(true))
            .typeHint(TypeHint.DECIMAL)
            .build());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-01-01T00:00:00Z", "2026-01-01", "now"})
  void aTimestampHasOneForm(String value) {
    assertThatThrownBy(() -> execute("SELECT :t", hinted("t", value, TypeHint.TIMESTAMP)))
        .isInstanceOf(BadRequestException.class);
  }

  @Test
  void namesTheMissingParameter() {
    assertThatThrownBy(() -> execute("SELECT :a", parameter("b", fromLongValue(1L))))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("Cannot find parameter: a");
  }

  @Test
  void failsWithTheWordsAndTheStateOfTheDatabase() {
    execute("CREATE TABLE once (id int PRIMARY KEY)");
    execute("INSERT INTO once VALUES (1)");

    assertThatThrownBy(() -> execute("INSERT INTO once VALUES (1)"))
        .isInstanceOf(DatabaseErrorException.class)
        .hasMessageContaining(
            "ERROR: duplicate key value violates unique constraint \"once_pkey\"; "
                + "Detail: Key (id)=(1) already exists.; SQLState: 23505");
  }

  @Test
  void refusesTwoStatements() {
    assertThatThrownBy(() -> execute("SELECT 1; SELECT 2"))
        .isInstanceOfSatisfying(
            RdsDataException.class,
            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ValidationException"));
  }

  @Test
  void refusesOtherClustersAndSecrets() {
    assertThatThrownBy(
            () -> client.executeStatement(statement("SELECT 1", b -> b.resourceArn("x"))))
        .isInstanceOf(BadRequestException.class);
    assertThatThrownBy(() -> as("arn:nobody", "SELECT 1"))
        .isInstanceOf(SecretsErrorException.class);
    assertThatThrownBy(() -> as(EMPTY, "SELECT 1")).isInstanceOf(InvalidSecretException.class);
    assertThatThrownBy(() -> as(WRONG, "SELECT 1"))
        .isInstanceOf(DatabaseErrorException.class)
        .hasMessageContaining("SQLState: 28P01");
  }

  @Test
  void theSecretSaysWhoIsAsking() {
    assertThat(as(GUEST, "SELECT current_user::text").records())
        .isEqualTo(List.of(List.of(fromStringValue("guest"))));
    assertThatThrownBy(() -> as(GUEST, "SELECT * FROM thing"))
        .hasMessageContaining("permission denied")
        .hasMessageContaining("42501");
    assertThatThrownBy(() -> as(GUEST, "SET SESSION AUTHORIZATION shorts_owner"))
        .hasMessageContaining("42501");
  }

  @Test
  void theOwnerIsNoSuperuser() {
    assertThat(
            execute("SELECT rolsuper, rolcreaterole FROM pg_roles WHERE rolname = current_user")
                .records()
                .getFirst())
        .containsExactly(fromBooleanValue(false), fromBooleanValue(true));
  }

  @Test
  void aSessionIsUsedAgainAndNothingIsLeftInItButAnEmptySetting() {
    execute("SELECT 1");
    var first = execute("SELECT pg_backend_pid(), set_config('request.jwt.claims', 'me', false)");
    var second = execute("SELECT pg_backend_pid(), current_setting('request.jwt.claims', true)");

    assertThat(second.records().getFirst().get(0)).isEqualTo(first.records().getFirst().get(0));
    assertThat(second.records().getFirst().get(1)).isEqualTo(fromStringValue(""));
  }

  @Test
  void aDeadSessionIsNotUsedAgain() throws Exception {
    execute("SELECT 1");
    try (var superuser =
            DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/postgres?user=postgres"
                    .formatted(postgres.port()));
        var statement = superuser.createStatement()) {
      statement.execute(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'shorts_owner'");
    }

    assertThat(execute("SELECT 1").records()).hasSize(1);
  }

  @Test
  void manyCallersShareTheSessions() throws Exception {
    execute("CREATE TABLE shared (n int)");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var calls = Collections.nCopies(120, insertInto("shared"));
      for (var call : threads.invokeAll(calls)) {
        assertThat(call.get()).isEqualTo(1);
      }
    }
    assertThat(execute("SELECT count(*) FROM shared").records())
        .isEqualTo(List.of(List.of(fromLongValue(120L))));
  }

  @Test
  void cutsOffALongStatement() {
    assertThatThrownBy(() -> impatient.executeStatement(statement("SELECT pg_sleep(60)", _ -> {})))
        .isInstanceOf(StatementTimeoutException.class);
  }

  @Test
  void answersHaveALimit() {
    assertThatThrownBy(() -> execute("SELECT repeat('x', 1 << 20)"))
        .isInstanceOf(UnsupportedResultException.class)
        .hasMessageContaining("more than the allowed response size limit");
    assertThat(execute("SELECT repeat('x', 1000000)").records()).hasSize(1);
  }

  @Test
  void refusesTypesItCanNotWrite() {
    assertThatThrownBy(() -> execute("SELECT ROW(1, 2)"))
        .isInstanceOf(UnsupportedResultException.class);
  }

  @Test
  void aTransactionIsSeenByOthersWhenCommitted() {
    execute("CREATE TABLE kept (n int)");
    String id = begin(client);
    execute(id, "INSERT INTO kept VALUES (1)");
    assertThat(execute("SELECT * FROM kept").records()).isEmpty();

    client.commitTransaction(b -> b.resourceArn(CLUSTER).secretArn(OWNER).transactionId(id));
    assertThat(execute("SELECT * FROM kept").records()).hasSize(1);
    assertThatThrownBy(() -> execute(id, "SELECT 1"))
        .isInstanceOf(TransactionNotFoundException.class);
  }

  @Test
  void aTransactionRolledBackNeverWas() {
    execute("CREATE TABLE lost (n int)");
    String id = begin(client);
    execute(id, "INSERT INTO lost VALUES (1)");

    client.rollbackTransaction(b -> b.resourceArn(CLUSTER).secretArn(OWNER).transactionId(id));
    assertThat(execute("SELECT * FROM lost").records()).isEmpty();
  }

  @Test
  void anIdleTransactionIsRolledBackAndItsLocksAreFree() {
    execute("CREATE TABLE locked (n int)");
    String id = begin(impatient);
    impatient.executeStatement(statement("LOCK TABLE locked", b -> b.transactionId(id)));

    // Waits for the lock, so until the transaction has expired.
    execute("INSERT INTO locked VALUES (1)");
    assertThatThrownBy(() -> execute(id, "SELECT 1"))
        .isInstanceOf(TransactionNotFoundException.class);
  }

  @Test
  void aBatchIsOneStatementForManyRows() {
    execute("CREATE TABLE batch (n int, t text)");
    List<List<SqlParameter>> sets =
        List.of(
            List.of(parameter("n", fromLongValue(1L)), parameter("t", fromStringValue("a"))),
            List.of(parameter("n", fromLongValue(2L)), parameter("t", fromStringValue("b"))));
    var answer =
        client.batchExecuteStatement(
            b ->
                b.resourceArn(CLUSTER)
                    .secretArn(OWNER)
                    .database("shorts")
                    .sql("INSERT INTO batch VALUES (:n, :t)")
                    .parameterSets(sets));

    assertThat(answer.updateResults()).hasSize(2);
    assertThat(execute("SELECT * FROM batch").records()).hasSize(2);
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

  private static Callable<Long> insertInto(String table) {
    return () -> execute("INSERT INTO %s VALUES (1)".formatted(table)).numberOfRecordsUpdated();
  }

  private static String begin(RdsDataClient client) {
    return client
        .beginTransaction(b -> b.resourceArn(CLUSTER).secretArn(OWNER).database("shorts"))
        .transactionId();
  }

  private static ExecuteStatementResponse execute(String sql, SqlParameter... parameters) {
    return client.executeStatement(statement(sql, b -> b.parameters(parameters)));
  }

  private static ExecuteStatementResponse execute(String transaction, String sql) {
    return client.executeStatement(statement(sql, b -> b.transactionId(transaction)));
  }

  private static ExecuteStatementResponse as(String secret, String sql) {
    return client.executeStatement(statement(sql, b -> b.secretArn(secret)));
  }

  private static ExecuteStatementRequest statement(
      String sql, Consumer<ExecuteStatementRequest.Builder> more) {
    return ExecuteStatementRequest.builder()
        .resourceArn(CLUSTER)
        .secretArn(OWNER)
        .database("shorts")
        .sql(sql)
        .applyMutation(more)
        .build();
  }

  private static SqlParameter parameter(String name, Field value) {
    return SqlParameter.builder().name(name).value(value).build();
  }

  private static SqlParameter hinted(String name, String value, TypeHint hint) {
    return parameter(name, fromStringValue(value)).toBuilder().typeHint(hint).build();
  }
}
