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

/** Runs SQL statements with named parameters over the RDS Data API. */
public final class DataApi {

  /**
   * Time-out of a statement with all its attempts. A paused cluster answers after some 15 s, and
   * API Gateway waits 30 s for a function.
   */
  public static final Duration LONGEST = Duration.ofSeconds(20);

  /** One attempt has more than the 3 s that the SQL functions wait for a lock. */
  private static final RetryPolicy RETRIES =
      new RetryPolicy(
          LONGEST, Duration.ofSeconds(10), Duration.ofMillis(50), Duration.ofSeconds(1));

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

  /** Returns a Data API whose statements have {@code limit} as their time-out. */
  public DataApi within(Duration limit) {
    return new DataApi(client, database, Optional.of(limit));
  }

  /** A Database is named by its cluster, its name and the secret of the role that logs in. */
  public record Database(String clusterArn, String secretArn, String name) {

    public static Database of(FunctionEnvironment environment) {
      return new Database(
          environment.get("DATABASE_CLUSTER_ARN"),
          environment.get("DATABASE_SECRET_ARN"),
          environment.get("DATABASE_NAME"));
    }
  }

  /**
   * A RetryPolicy has the time-outs of a call and of an attempt, and the pauses between attempts.
   */
  record RetryPolicy(
      Duration total, Duration attempt, Duration firstPause, Duration longestPause) {}

  /**
   * Builds the client. It retries transient errors and waits for a resuming cluster, which the SDK
   * by itself does not; so every statement must be safe to repeat.
   */
  public static DataApi connect(SdkHttpClient http, FunctionEnvironment environment) {
    return connect(http, environment, RETRIES);
  }

  static DataApi connect(SdkHttpClient http, FunctionEnvironment environment, RetryPolicy policy) {
    // The time-out ends the attempts, not their number: with the SDK's circuit breaker a client
    // retries some 100 times in its life, which a cluster that resumes a few times uses up.
    var retries =
        AwsRetryStrategy.standardRetryStrategy().toBuilder()
            .retryOnException(DatabaseResumingException.class)
            .circuitBreakerEnabled(false)
            .maxAttempts(1000)
            .backoffStrategy(
                BackoffStrategy.exponentialDelay(policy.firstPause(), policy.longestPause()))
            .build();
    var client =
        RdsDataClient.builder()
            .httpClient(http)
            .overrideConfiguration(
                settings ->
                    settings
                        .apiCallTimeout(policy.total())
                        .apiCallAttemptTimeout(policy.attempt())
                        .retryStrategy(retries))
            .build();
    return new DataApi(client, Database.of(environment));
  }

  /** The database did not answer, or not in time; whether the statement ran is unknown. */
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
      throw TransientErrors.isTransient(e) ? new UnavailableException(e) : e;
    }
  }

  /** Runs a statement that always returns one row. */
  public Row one(String sql, SqlParameter... parameters) {
    return query(sql, parameters).getFirst();
  }

  /** Builds a text parameter; the SQL casts it for a column of another type. */
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
