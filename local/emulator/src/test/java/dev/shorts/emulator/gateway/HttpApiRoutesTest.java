package dev.shorts.emulator.gateway;

import static dev.shorts.emulator.gateway.TestApi.CORS;
import static dev.shorts.emulator.gateway.TestApi.answered;
import static dev.shorts.emulator.gateway.TestApi.echo;
import static dev.shorts.emulator.gateway.TestApi.returning;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.shorts.emulator.host.JsonCodec;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpApiRoutesTest {

  private static TestApi api;

  @BeforeAll
  static void start() throws Exception {
    api =
        new TestApi(
            CORS,
            echo("GET /v1/things/{thing_id}"),
            echo("GET /v1/things/first"),
            echo("ANY /v1/things/{thing_id}/parts/{part_id}"),
            echo("GET /files/{path+}"),
            returning("GET /answer", "{}"));
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/things/first, GET /v1/things/first",
    "GET, /v1/things/second, GET /v1/things/{thing_id}",
    "DELETE, /v1/things/1/parts/2, ANY /v1/things/{thing_id}/parts/{part_id}",
    "GET, /files/a/b/c, GET /files/{path+}"
  })
  void theMostSpecificRouteIsChosen(String method, String path, String route) throws Exception {
    var answer = api.send(path, r -> r.method(method, BodyPublishers.noBody()));
    assertThat(JsonCodec.map(answer.body())).containsEntry("routeKey", route);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/v1", "/v1/things/", "/v1/things//parts/2", "/v1/things/a%2Fb", "/answer/"})
  void anUnknownPathIsNotFound(String path) throws Exception {
    assertThat(api.send(path, _ -> {})).satisfies(answered(404, "{\"message\":\"Not Found\"}"));
  }

  @Test
  void theDefaultRouteGetsAllOtherRequests() throws Exception {
    try (var open = new TestApi(Cors.NONE, echo("$default"))) {
      assertThat(open.event("/any/thing?x", _ -> {}))
          .contains(entry("routeKey", "$default"), entry("rawPath", "/any/thing"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET /v1/things/%zz HTTP/1.1, 400",
    "GET /v1/things/a%2 HTTP/1.1, 400",
    "GET /v1/things/a?x=%zz HTTP/1.1, 400",
    "GET /v1/things/%00%FF HTTP/1.1, 200",
    "GET /v1/things/a%3Fb HTTP/1.1, 200",
    "GET //v1/things/a HTTP/1.1, 404",
    "GET http://other/v1/things/a HTTP/1.1, 200",
    "OPTIONS * HTTP/1.1, 404",
    "BREW /v1/things/a HTTP/1.1, 404",
    "GET /v1/things/{a} HTTP/1.1, 400"
  })
  void malformedPathsAreAnswered(String line, int status) throws Exception {
    assertThat(api.raw(line + "\r\nHost: x\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 " + status);
    assertThat(api.event("/v1/things/a", _ -> {})).containsKey("version");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X: \u00ff\u0001",
        ": x",
        "Content-Length: -1",
        "Content-Length: many",
        "Authorization:",
        "Cookie: ;;"
      })
  void malformedHeadersAreAnswered(String header) throws Exception {
    api.raw("GET /v1/things/a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + header + "\r\n\r\n");

    assertThat(api.event("/v1/things/a", _ -> {})).containsKey("version");
  }
}
