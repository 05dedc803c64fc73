package dev.shorts.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.shorts.aws.DataApi.UnavailableException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.rdsdata.model.BadRequestException;
import software.amazon.awssdk.services.rdsdata.model.DatabaseErrorException;
import software.amazon.awssdk.services.rdsdata.model.DatabaseResumingException;
import software.amazon.awssdk.services.rdsdata.model.RdsDataException;
import software.amazon.awssdk.services.rdsdata.model.ServiceUnavailableErrorException;
import software.amazon.awssdk.services.rdsdata.model.StatementTimeoutException;

/** Tests which errors of the Data API are retried. */
class TransientErrorsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"08006", "53300", "55P03", "57014", "57P01", "57P02", "57P03", "08001", "53400"})
  void passes(String state) {
    assertThat(thrownFor(databaseError("ERROR: not now; SQLState: " + state)))
        .isInstanceOf(UnavailableException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ERROR: duplicate key: (55P03); SQLState: 23505",
        "ERROR: permission denied; SQLState: 42501",
        "ERROR: create_scene_export needs READ COMMITTED; SQLState: 25000",
        ""
      })
  void staysAsItIs(String message) {
    var error = databaseError(message);

    assertThat(thrownFor(error)).isSameAs(error);
  }

  @Test
  void passesWhileTheServiceIsAway() {
    assertThat(thrownFor(DatabaseResumingException.builder().statusCode(400).build()))
        .isInstanceOf(UnavailableException.class);
    assertThat(thrownFor(StatementTimeoutException.builder().statusCode(400).build()))
        .isInstanceOf(UnavailableException.class);
    assertThat(thrownFor(ServiceUnavailableErrorException.builder().statusCode(503).build()))
        .isInstanceOf(UnavailableException.class);
  }

  @Test
  void passesWhenNobodyAnswers() {
    assertThat(thrownFor(ApiCallTimeoutException.create(20_000)))
        .isInstanceOf(UnavailableException.class);
    assertThat(thrownFor(ApiCallAttemptTimeoutException.create(10_000)))
        .isInstanceOf(UnavailableException.class);
    assertThat(
            thrownFor(SdkClientException.create("not sent", new IOException("connection refused"))))
        .isInstanceOf(UnavailableException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Unable to load credentials from any of the providers in the chain",
        "Unable to marshall request to JSON"
      })
  void staysWhatNoOtherTryWouldMend(String message) {
    var error = SdkClientException.create(message, new IllegalArgumentException());

    assertThat(thrownFor(error)).isSameAs(error);
  }

  @Test
  void staysAMistakeOfOurs() {
    var error = BadRequestException.builder().statusCode(400).message("no such :name").build();

    assertThat(thrownFor(error)).isSameAs(error);
  }

  private static RdsDataException databaseError(String message) {
    return (RdsDataException)
        DatabaseErrorException.builder().statusCode(400).message(message).build();
  }

  private static Throwable thrownFor(RuntimeException failure) {
    var database = new CannedDatabase().fails(failure).api();

    return catchThrowable(() -> database.query("select 1"));
  }
}
