package dev.shorts.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.shorts.aws.DataApi.RetryPolicy;
import dev.shorts.aws.DataApi.UnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.rdsdata.model.DatabaseErrorException;

/** The SDK's own client against a server that answers what the Data API would. */
class DataApiTest {

  private static final String ENDPOINT = "aws.endpointUrlRdsData";
  private static final FunctionEnvironment ENVIRONMENT =
      new FunctionEnvironment(
          Map.of(
              "DATABASE_CLUSTER_ARN", "arn:cluster",
              "DATABASE_SECRET_ARN", "arn:secret",
              "DATABASE_NAME", "shorts"));
  private static final RetryPolicy SHORT = policy(Duration.ofMillis(600), Duration.ofMillis(200));
  private static final RetryPolicy LONG = policy(Duration.ofSeconds(60), Duration.ofSeconds(30));
  private static final String ONE_ROW =
      """
      {"columnMetadata": [{"label": "answer", "name": "x"}], "records": [[{"longValue": 42}]]}
      """;

  private static SdkHttpClient http;
  private PlayedServer server;

  @BeforeAll
  static void openClient() {
    http = HttpClient.create();
  }

  @AfterAll
  static void closeClient() {
    http.close();
  }

  @BeforeEach
  void startServer() throws IOException {
    server = new PlayedServer();
    System.setProperty(ENDPOINT, server.url());
  }

  @AfterEach
  void stopServer() {
    System.clearProperty(ENDPOINT);
    server.close();
  }

  @Test
  void readsARowByTheLabelsOfItsColumns() {
    server.ok(ONE_ROW);

    assertThat(answer(LONG)).isEqualTo(42);
  }

  @Test
  void waitsForAResumingCluster() {
    server.errors(5, 400, "DatabaseResumingException", "resuming after being auto-paused");
    server.ok(ONE_ROW);

    assertThat(answer(LONG)).isEqualTo(42);
    assertThat(server.requests()).isEqualTo(6);
  }

  @Test
  void waitsForItAsPatientlyTheFourthTime() {
    var database = DataApi.connect(http, ENVIRONMENT, LONG);
    for (int i = 0; i < 4; i++) {
      server.errors(30, 400, "DatabaseResumingException", "resuming").ok(ONE_ROW);
    }

    for (int i = 0; i < 4; i++) {
      assertThat(database.one("select 42 as answer").number("answer")).isEqualTo(42);
    }
    assertThat(server.requests()).isEqualTo(4 * 31);
  }

  @Test
  void givesUpOnAClusterThatDoesNotResumeInTime() {
    server.error(400, "DatabaseResumingException", "resuming");

    assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> answer(SHORT));
  }

  @Test
  void givesUpOnADatabaseThatSaysNothing() {
    server.silence();

    assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> answer(SHORT));
  }

  @Test
  void asksAgainWhenOneAttemptHangs() {
    server.silence().ok(ONE_ROW);

    assertThat(answer(policy(Duration.ofSeconds(60), Duration.ofMillis(200)))).isEqualTo(42);
  }

  @Test
  void givesUpOnAServerThatIsGone() {
    server.close();

    assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> answer(SHORT));
  }

  @Test
  void givesUpOnAServerThatCutsTheConnection() {
    server.cut();

    assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> answer(SHORT));
  }

  @Test
  void givesUpOnAServerThatCutsItsAnswer() {
    server.cutAnswer();

    assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> answer(SHORT));
  }

  @Test
  @Timeout(20)
  void givesUpSoonerWhereThereIsLessTime() {
    server.silence();
    var database = DataApi.connect(http, ENVIRONMENT, LONG).within(Duration.ofMillis(100));

    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(() -> database.query("select 42"));
  }

  @Test
  void repeatsWhatFailedInsideTheService() {
    server.error(500, "InternalServerErrorException", "oops").ok(ONE_ROW);

    assertThat(answer(LONG)).isEqualTo(42);
  }

  @Test
  void isUnavailableBehindALockThatIsHeldTooLong() {
    server.error(
        400,
        "DatabaseErrorException",
        "ERROR: canceling statement due to lock timeout; SQLState: 55P03");

    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(() -> answer(LONG))
        .withCauseInstanceOf(DatabaseErrorException.class);
    assertThat(server.requests()).isOne();
  }

  private static RetryPolicy policy(Duration total, Duration attempt) {
    return new RetryPolicy(total, attempt, Duration.ofMillis(1), Duration.ofMillis(2));
  }

  private static long answer(RetryPolicy policy) {
    return DataApi.connect(http, ENVIRONMENT, policy).one("select 42 as answer").number("answer");
  }
}
