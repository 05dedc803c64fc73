package dev.shorts.emulator.gateway;

import static dev.shorts.emulator.gateway.TestApi.CORS;
import static dev.shorts.emulator.gateway.TestApi.echo;
import static dev.shorts.emulator.gateway.TestApi.returning;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CorsTest {

  private static TestApi api;

  @BeforeAll
  static void start() throws Exception {
    api = new TestApi(CORS, echo("POST /echo"), returning("GET /answer", "{'statusCode': 202}"));
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @Test
  void aPreflightRequestReachesNoFunction() throws Exception {
    var answer = preflight("https://app.example");

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.headers().map())
        .contains(
            entry("access-control-allow-origin", List.of("https://app.example")),
            entry("access-control-allow-methods", List.of("GET,POST")),
            entry("access-control-allow-headers", List.of("authorization")),
            entry("access-control-max-age", List.of("3600")));
    assertThat(preflight("https://evil.example").headers().map())
        .doesNotContainKey("access-control-allow-origin");
  }

  @Test
  void headersAreExposedToAllowedOriginsOnly() throws Exception {
    assertThat(api.send("/nowhere", r -> r.header("Origin", "https://app.example")).headers().map())
        .contains(
            entry("access-control-allow-origin", List.of("https://app.example")),
            entry("access-control-expose-headers", List.of("location,retry-after")));
    assertThat(api.send("/answer", r -> r.header("Origin", "https://evil.example")).headers().map())
        .doesNotContainKey("access-control-allow-origin");
  }

  private static HttpResponse<String> preflight(String origin) throws Exception {
    return api.send(
        "/echo",
        r ->
            r.method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST"));
  }
}
