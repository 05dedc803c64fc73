package dev.shorts.emulator.gateway;

import static dev.shorts.emulator.gateway.TestApi.CORS;
import static dev.shorts.emulator.gateway.TestApi.answered;
import static dev.shorts.emulator.gateway.TestApi.echo;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpApiEventsTest {

  private static TestApi api;

  @BeforeAll
  static void start() throws Exception {
    api =
        new TestApi(
            CORS,
            echo("GET /v1/things/{thing_id}"),
            echo("GET /v1/things/first"),
            echo("POST /echo"));
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @Test
  void theEventHasTheFormOfPayload2() throws Exception {
    var event =
        api.event(
            "/v1/things/a%20b%C3%A9+c?x=1&y=%26&x=2",
            r -> r.header("X-A", "1").header("X-A", "2").header("Cookie", "a=1; b=2"));

    assertThat(event)
        .contains(
            entry("version", "2.0"),
            entry("routeKey", "GET /v1/things/{thing_id}"),
            entry("rawPath", "/v1/things/a bé+c"),
            entry("rawQueryString", "x=1&y=%26&x=2"),
            entry("queryStringParameters", Map.of("x", "1,2", "y", "&")),
            entry("pathParameters", Map.of("thing_id", "a bé+c")),
            entry("cookies", List.of("a=1", "b=2")),
            entry("isBase64Encoded", false))
        .doesNotContainKey("body");
    assertThat(map(event, "headers")).contains(entry("x-a", "1,2")).doesNotContainKey("cookie");
    assertThat(map(event, "requestContext"))
        .contains(
            entry("stage", "$default"),
            entry("routeKey", "GET /v1/things/{thing_id}"),
            entry("time", "02/Jan/2026:12:00:00 +0000"),
            entry("timeEpoch", 1767355200000L))
        .containsKeys("accountId", "apiId", "domainName", "requestId")
        .doesNotContainKey("authorizer");
    assertThat(map(map(event, "requestContext"), "http"))
        .contains(
            entry("method", "GET"),
            entry("path", "/v1/things/a bé+c"),
            entry("protocol", "HTTP/1.1"),
            entry("sourceIp", "127.0.0.1"));
  }

  @Test
  void membersThatARequestLacksAreAbsent() throws Exception {
    assertThat(api.event("/v1/things/first", _ -> {}))
        .doesNotContainKeys("cookies", "queryStringParameters", "pathParameters", "body");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "text/plain; charset=utf-8", "Application/XML"})
  void onlyTextBodiesAreNotEncoded(String type) throws Exception {
    var event = api.post("é{}".getBytes(UTF_8), r -> r.header("Content-Type", type));
    assertThat(event).contains(entry("body", "é{}"), entry("isBase64Encoded", false));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"application/x-www-form-urlencoded", "application/problem+json", "x"})
  void everythingElseComesInBase64(String type) throws Exception {
    var event = api.post(new byte[] {0, -1}, r -> typed(r, type));
    assertThat(event).contains(entry("body", "AP8="), entry("isBase64Encoded", true));
  }

  @Test
  void aBodyThatIsTooLargeIsRefused() throws Exception {
    assertThat(api.post(new byte[10 << 20], _ -> {})).containsKey("body");
    assertThat(api.send("/echo", r -> r.POST(BodyPublishers.ofByteArray(new byte[(10 << 20) + 1]))))
        .satisfies(answered(413, "{\"message\":\"Request Entity Too Large\"}"));
  }

  private static void typed(HttpRequest.Builder request, String type) {
    if (type != null) {
      request.header("Content-Type", type);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Map<String, Object> parent, String name) {
    return (Map<String, Object>) parent.get(name);
  }
}
