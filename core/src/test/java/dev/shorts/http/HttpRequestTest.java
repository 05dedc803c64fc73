package dev.shorts.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpRequestTest {

  private static final String USER = "7d444840-9dc0-11d1-b245-5ffdce74fad2";

  private final GatewayEvent event = GatewayEvent.of("GET /v1/exports/{export_id}");

  @Test
  void readsWhatTheGatewayFound() {
    var request = event.by(USER).path("export_id", "e-1").header("idempotency-key", "k").request();

    assertThat(request.routeKey()).isEqualTo("GET /v1/exports/{export_id}");
    assertThat(request.requestId()).isEqualTo("request-1");
    assertThat(request.pathParameter("export_id")).isEqualTo("e-1");
    assertThat(request.header("idempotency-key")).contains("k");
    assertThat(request.user()).hasToString(USER);
  }

  @Test
  void isEmptyWhereNothingWasSent() {
    assertThat(event.request().body()).isEmpty();
    assertThat(event.with("body", null).with("isBase64Encoded", true).request().body()).isEmpty();
    assertThat(event.request().header("idempotency-key")).isEmpty();
  }

  @Test
  void readsABodyAsTextOrAsBase64() {
    var bytes = "{\"é\": 1}".getBytes(StandardCharsets.UTF_8);

    assertThat(event.body("{\"é\": 1}").request().body()).isEqualTo(bytes);
    assertThat(event.base64(bytes).request().body()).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "a", "e30=e30=", "é"})
  void refusesABodyThatIsNotTheBase64ItIsSaidToBe(String body) {
    var request = event.body(body).with("isBase64Encoded", true).request();

    var refused = catchThrowableOfType(ApiException.class, request::body);

    assertThat(refused.error())
        .isEqualTo(
            ApiError.invalid(
                "body", "base64", "The body is not the base64 that it is said to be."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "alice", "7d4448409dc011d1b2455ffdce74fad2"})
  void knowsNobodyWhoseSubIsNoUuid(String sub) {
    assertIsNobody(event.by(sub));
  }

  @Test
  void knowsNobodyWithoutASub() {
    assertIsNobody(event);
    assertIsNobody(event.by(42));
    assertIsNobody(event.with("requestContext", Map.of("authorizer", Map.of("jwt", Map.of()))));
  }

  private static void assertIsNobody(GatewayEvent event) {
    var refused = catchThrowableOfType(ApiException.class, event.request()::user);

    assertThat(refused.error().code()).isEqualTo(ErrorCode.UNAUTHORIZED);
  }
}
