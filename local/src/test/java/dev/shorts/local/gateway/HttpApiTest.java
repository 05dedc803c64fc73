package dev.shorts.local.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpApiTest {

  private static final InetSocketAddress LOOPBACK = new InetSocketAddress("127.0.0.1", 0);
  private static final InstantSource NOON =
      InstantSource.fixed(Instant.parse("2026-01-02T12:00:00Z"));
  private static final Cors CORS =
      new Cors(
          List.of("https://app.example"),
          List.of("GET", "POST"),
          List.of("authorization"),
          List.of("location", "retry-after"),
          Duration.ofHours(1));

  private static HttpApi api;
  private static HttpClient client;
  private static CountDownLatch end = new CountDownLatch(1);

  @BeforeAll
  static void start() throws Exception {
    client = HttpClient.newHttpClient();
    api =
        new HttpApi(
            LOOPBACK,
            List.of(
                echo("GET /v1/things/{thing_id}"),
                echo("GET /v1/things/first"),
                echo("ANY /v1/things/{thing_id}/parts/{part_id}"),
                echo("GET /files/{path+}"),
                echo("POST /echo"),
                returning("GET /answer", ANSWER),
                returning("GET /binary", "{'statusCode':200,'body':'AP8=','isBase64Encoded':true}"),
                returning("GET /bare", "{'a':1}"),
                returning("GET /empty", "{'statusCode':204}"),
                returning("GET /broken", "not json"),
                returning("GET /odd", "{'statusCode':'many'}"),
                returning("GET /injecting", "{'statusCode':200,'headers':{'a':'b\\r\\nc: d'}}"),
                new Route(
                    "GET /failing",
                    Optional.empty(),
                    _ -> {
                      throw new IOException("the function failed");
                    }),
                new Route(
                    "GET /slow",
                    Optional.empty(),
                    event -> {
                      end.await();
                      return event;
                    })),
            CORS,
            NOON,
            Duration.ofSeconds(1));
  }

  private static final String ANSWER =
      """
      {'statusCode': 202, 'headers': {'Location': '/x', 'Content-Type': 'application/json'},
       'cookies': ['a=1', 'b=2'], 'body': '{}'}
      """;

  @AfterAll
  static void stop() {
    end.countDown();
    client.close();
    api.close();
  }

  @Test
  void theEventHasTheFormOfPayload2() throws Exception {
    var event =
        event(
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
  void whatARequestHasNotGotIsAbsent() throws Exception {
    assertThat(event("/v1/things/first", _ -> {}))
        .doesNotContainKeys("cookies", "queryStringParameters", "pathParameters", "body");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/things/first, GET /v1/things/first",
    "GET, /v1/things/second, GET /v1/things/{thing_id}",
    "DELETE, /v1/things/1/parts/2, ANY /v1/things/{thing_id}/parts/{part_id}",
    "GET, /files/a/b/c, GET /files/{path+}"
  })
  void theMostExactRouteIsTaken(String method, String path, String route) throws Exception {
    var answer = send(path, r -> r.method(method, BodyPublishers.noBody()));
    assertThat(JSON.std.mapFrom(answer.body())).containsEntry("routeKey", route);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/v1", "/v1/things/", "/v1/things//parts/2", "/v1/things/a%2Fb", "/answer/"})
  void anUnknownPathIsNotFound(String path) throws Exception {
    assertThat(send(path, _ -> {})).satisfies(answered(404, "{\"message\":\"Not Found\"}"));
  }

  @Test
  void aDefaultRouteTakesTheRest() throws Exception {
    try (var open = new HttpApi(LOOPBACK, List.of(echo("$default")), Cors.NONE, NOON)) {
      var request = HttpRequest.newBuilder(open.url().resolve("/any/thing?x")).build();
      assertThat(JSON.std.mapFrom(client.send(request, BodyHandlers.ofString()).body()))
          .contains(entry("routeKey", "$default"), entry("rawPath", "/any/thing"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "text/plain; charset=utf-8", "Application/XML"})
  void textComesAsItIs(String type) throws Exception {
    var event = post("é{}".getBytes(UTF_8), r -> r.header("Content-Type", type));
    assertThat(event).contains(entry("body", "é{}"), entry("isBase64Encoded", false));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"application/x-www-form-urlencoded", "application/problem+json", "x"})
  void everythingElseComesInBase64(String type) throws Exception {
    var event = post(new byte[] {0, -1}, r -> typed(r, type));
    assertThat(event).contains(entry("body", "AP8="), entry("isBase64Encoded", true));
  }

  @Test
  void refusesWhatIsTooLarge() throws Exception {
    assertThat(post(new byte[10 << 20], _ -> {})).containsKey("body");
    assertThat(send("/echo", r -> r.POST(BodyPublishers.ofByteArray(new byte[(10 << 20) + 1]))))
        .satisfies(answered(413, "{\"message\":\"Request Entity Too Large\"}"));
  }

  @Test
  void answersAsTheFunctionSays() throws Exception {
    var answer = send("/answer", _ -> {});

    assertThat(answer).satisfies(answered(202, "{}"));
    assertThat(answer.headers().map())
        .contains(
            entry("location", List.of("/x")),
            entry("content-type", List.of("application/json")),
            entry("set-cookie", List.of("a=1", "b=2")))
        .containsKey("apigw-requestid");
    assertThat(send("/binary", _ -> {}).body().getBytes(ISO_8859_1)).hasSize(2);
    assertThat(send("/bare", _ -> {})).satisfies(answered(200, "{\"a\":1}"));
    assertThat(send("/empty", _ -> {})).satisfies(answered(204, ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/failing", "/broken", "/odd", "/injecting"})
  void aFailureSaysNothing(String path) throws Exception {
    assertThat(send(path, _ -> {}))
        .satisfies(answered(500, "{\"message\":\"Internal Server Error\"}"));
  }

  @Test
  void doesNotWaitForever() throws Exception {
    assertThat(send("/slow", _ -> {}))
        .satisfies(answered(503, "{\"message\":\"Service Unavailable\"}"));
  }

  @Test
  void answersAPreflightItself() throws Exception {
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
  void exposesHeadersToAllowedOriginsOnly() throws Exception {
    assertThat(send("/nowhere", r -> r.header("Origin", "https://app.example")).headers().map())
        .contains(
            entry("access-control-allow-origin", List.of("https://app.example")),
            entry("access-control-expose-headers", List.of("location,retry-after")));
    assertThat(send("/answer", r -> r.header("Origin", "https://evil.example")).headers().map())
        .doesNotContainKey("access-control-allow-origin");
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
  void oddRequestsAreAnsweredToo(String line, int status) throws Exception {
    assertThat(raw(line + "\r\nHost: x\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 " + status);
    assertThat(event("/v1/things/a", _ -> {})).containsKey("version");
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
  void oddHeadersDoNotKillIt(String header) throws Exception {
    raw("GET /v1/things/a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + header + "\r\n\r\n");

    assertThat(event("/v1/things/a", _ -> {})).containsKey("version");
  }

  private static Route echo(String key) {
    return new Route(key, Optional.empty(), event -> event);
  }

  private static Route returning(String key, String answer) {
    return new Route(key, Optional.empty(), _ -> answer.replace('\'', '"').getBytes(UTF_8));
  }

  private static Consumer<HttpResponse<String>> answered(int status, String body) {
    return answer -> {
      assertThat(answer.statusCode()).isEqualTo(status);
      assertThat(answer.body()).isEqualTo(body);
    };
  }

  private static HttpResponse<String> preflight(String origin) throws Exception {
    return send(
        "/echo",
        r ->
            r.method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST"));
  }

  private static Map<String, Object> event(String path, Consumer<HttpRequest.Builder> more)
      throws Exception {
    return JSON.std.mapFrom(send(path, more).body());
  }

  private static Map<String, Object> post(byte[] body, Consumer<HttpRequest.Builder> more)
      throws Exception {
    return event("/echo", r -> more.accept(r.POST(BodyPublishers.ofByteArray(body))));
  }

  private static void typed(HttpRequest.Builder request, String type) {
    if (type != null) {
      request.header("Content-Type", type);
    }
  }

  private static HttpResponse<String> send(String path, Consumer<HttpRequest.Builder> more)
      throws Exception {
    var request = HttpRequest.newBuilder(api.url().resolve(path));
    more.accept(request);
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static String raw(String request) throws IOException {
    try (var socket = new Socket("127.0.0.1", api.url().getPort())) {
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Map<String, Object> parent, String name) {
    return (Map<String, Object>) parent.get(name);
  }
}
