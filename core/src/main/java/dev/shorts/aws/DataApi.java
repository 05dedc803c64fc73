package dev.shorts.aws;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.rdsdata.RdsDataClient;
import software.amazon.awssdk.services.rdsdata.model.DatabaseResumingException;
import software.amazon.awssdk.services.rdsdata.model.Field;
import software.amazon.awssdk.services.rdsdata.model.SqlParameter;

/** Runs SQL over the RDS Data API: one statement, named parameters, rows back. */
public final class DataApi {

  /**
   * What a statement may take in all. A paused cluster answers only after some 15 s, and the caller
   * waits behind a gateway's 30 s.
   */
  public static final Duration LONGEST = Duration.ofSeconds(20);

  /** One attempt has more than the 3 s that the SQL functions wait for a lock. */
  private static final Patience PATIENCE =
      new Patience(LONGEST, Duration.ofSeconds(10), Duration.ofMillis(50), Duration.ofSeconds(1));

  private final RdsDataClient client;
  private final Database database;
  private final Optional<Duration> limit;

  public DataApi(RdsDataClient client, Database database) {
    this(client, database, Optional.empty());
  }

  private DataApi(RdsDataClient client, Database database, Optional<Duration> limit) {
    this.client = client;
    this.database = database;
    this.limit = limit;
  }

  /** The same, for where there is less time: each statement gets {@code limit} in all. */
  public DataApi within(Duration limit) {
    return new DataApi(client, database, Optional.of(limit));
  }

  /** Which database to talk to, and the secret of the role that talks. */
  public record Database(String clusterArn, String secretArn, String name) {

    public static Database of(FunctionEnvironment environment) {
      return new Database(
          environment.get("DATABASE_CLUSTER_ARN"),
          environment.get("DATABASE_SECRET_ARN"),
          environment.get("DATABASE_NAME"));
    }
  }

  /** How long to wait for an answer in all and at each attempt, and between two attempts. */
  record Patience(Duration total, Duration attempt, Duration firstPause, Duration longestPause) {}

  /**
   * The client behind it. It repeats what failed on the way and waits for a resuming cluster, which
   * the SDK by itself does not; so every statement must bear being run twice.
   */
  public static DataApi connect(SdkHttpClient http, FunctionEnvironment environment) {
    return connect(http, environment, PATIENCE);
  }

  static DataApi connect(SdkHttpClient http, FunctionEnvironment environment, Patience patience) {
    // Time ends it, not a count: the SDK's circuit breaker lets a client repeat some 100 times in
    // its life, so the third or fourth resuming of the cluster would no longer be waited for.
    var retries =
        AwsRetryStrategy.standardRetryStrategy().toBuilder()
            .retryOnException(DatabaseResumingException.class)
            .circuitBreakerEnabled(false)
            .maxAttempts(1000)
            .backoffStrategy(
                BackoffStrategy.exponentialDelay(patience.firstPause(), patience.longestPause()))
            .build();
    var client =
        RdsDataClient.builder()
            .httpClient(http)
            .overrideConfiguration(
                settings ->
                    settings
                        .apiCallTimeout(patience.total())
                        .apiCallAttemptTimeout(patience.attempt())
                        .retryStrategy(retries))
            .build();
    return new DataApi(client, Database.of(environment));
  }

  /** The database did not answer in time, or not now; nothing is known of what it did. */
  public static final class UnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnavailableException(Exception cause) {
      super(cause);
    }
  }

  /**
   * @throws UnavailableException if the database does not answer in time
   */
  public List<Row> query(String sql, SqlParameter... parameters) {
    try {
      return Row.allOf(
          client.executeStatement(
              request ->
                  request
                      .overrideConfiguration(call -> limit.ifPresent(call::apiCallTimeout))
                      .resourceArn(database.clusterArn())
                      .secretArn(database.secretArn())
                      .database(database.name())
                      .includeResultMetadata(true)
                      .sql(sql)
                      .parameters(parameters)));
    } catch (SdkException e) {
      throw TransientErrors.is(e) ? new UnavailableException(e) : e;
    }
  }

  /** For statements that always answer with one row. */
  public Row one(String sql, SqlParameter... parameters) {
    return query(sql, parameters).getFirst();
  }

  /** Text; for a column of another type the SQL casts it. */
  public static SqlParameter text(String name, Object value) {
    return parameter(name, Field.fromStringValue(value.toString()));
  }

  public static SqlParameter number(String name, long value) {
    return parameter(name, Field.fromLongValue(value));
  }

  public static SqlParameter decimal(String name, double value) {
    return parameter(name, Field.fromDoubleValue(value));
  }

  public static SqlParameter flag(String name, boolean value) {
    return parameter(name, Field.fromBooleanValue(value));
  }

  public static SqlParameter absent(String name) {
    return parameter(name, Field.fromIsNull(true));
  }

  private static SqlParameter parameter(String name, Field value) {
    return SqlParameter.builder().name(name).value(value).build();
  }
}
