package dev.shorts.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.aws.CannedDatabase;
import dev.shorts.http.ApiResponder.Route;
import dev.shorts.log.LogLines;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rdsdata.model.DatabaseResumingException;

class ApiResponderTest {

  private static final GatewayEvent EVENT = GatewayEvent.of("GET /v1/exports/{export_id}");
  private static final Map<String, String> HEADERS =
      Map.of("content-type", "application/json", "cache-control", "no-store");

  private final LogLines log = new LogLines();

  @Test
  void answersWhatTheRouteAnswers() throws IOException {
    assertThat(served(EVENT, (_, _) -> HttpResponse.of(200, Map.of("a", 1)).with("retry-after", 5)))
        .isEqualTo(
            new HttpResponse(
                200,
                Map.of(
                    "content-type", "application/json",
                    "cache-control", "no-store",
                    "retry-after", "5"),
                Map.of("a", 1)));
  }

  @Test
  void answersARefusalAndLogsItsCode() throws IOException {
    var error = ApiError.invalid("field", "a thing", "The field takes a thing.");

    assertThat(served(EVENT, throwing(new ApiException(error))))
        .isEqualTo(
            new HttpResponse(
                400,
                HEADERS,
                Map.of(
                    "error_code", "INVALID_INPUT",
                    "message", "The field takes a thing.",
                    "details", Map.of("field", "field", "allowed", "a thing"))));
    assertThat(log.lines().getFirst())
        .containsEntry("request_id", "request-1")
        .containsEntry("error_code", "INVALID_INPUT");
  }

  @Test
  void tellsNothingOfAFailureButToTheLog() throws IOException {
    var answer = served(EVENT, throwing(new IllegalStateException("select secret from arn:aws")));

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.headers()).isEqualTo(HEADERS);
    assertThat(answer.body()).containsOnlyKeys("error_code", "message");
    assertThat(answer.body()).containsEntry("error_code", "INTERNAL_ERROR");
    assertThat(answer.body().toString()).doesNotContain("select", "arn", "Exception");
    assertThat(log.lines().getFirst()).containsEntry("request_id", "request-1");
    assertThat(log.lines().getFirst().get("cause").toString()).contains("select secret");
  }

  @Test
  void saysWhenToTryAgainWhileTheDatabaseIsAway() throws IOException {
    var asleep = new CannedDatabase().fails(DatabaseResumingException.builder().build());

    var answer =
        served(
            EVENT,
            (_, _) -> {
              asleep.api().query("select 1");
              return HttpResponse.of(200, Map.of());
            });

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.headers()).containsEntry("retry-after", "5");
    assertThat(answer.body()).containsEntry("error_code", "SERVICE_UNAVAILABLE");
    assertThat(log.events()).containsExactly("database unavailable");
  }

  @Test
  void answersForEveryAddressThatNoRouteTakes() throws IOException {
    assertThat(
            served(
                GatewayEvent.of("$default"),
                throwing(new IllegalStateException("not for the route"))))
        .isEqualTo(
            new HttpResponse(
                404,
                HEADERS,
                Map.of("error_code", "NOT_FOUND", "message", "There is nothing at this address.")));
  }

  @Test
  void keepsAnAnswerInUtf8() throws IOException {
    assertThat(served(EVENT, (_, _) -> HttpResponse.of(200, Map.of("a", "é🎬"))).body())
        .isEqualTo(Map.of("a", "é🎬"));
  }

  private static Route throwing(RuntimeException failure) {
    return (_, _) -> {
      throw failure;
    };
  }

  private HttpResponse served(GatewayEvent event, Route route) throws IOException {
    var output = new ByteArrayOutputStream();
    new ApiResponder(log.log()).serve(new ByteArrayInputStream(event.bytes()), output, route);
    return GatewayEvent.response(output.toByteArray());
  }
}
