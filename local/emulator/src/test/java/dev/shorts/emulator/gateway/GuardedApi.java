package dev.shorts.emulator.gateway;

import static dev.shorts.emulator.gateway.TestApi.LOOPBACK;
import static dev.shorts.emulator.gateway.TestIssuer.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** An API for tests that one issuer may send to, and a client of it. */
final class GuardedApi implements AutoCloseable {

  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpApi api;

  GuardedApi(URI issuer) throws IOException {
    var authorizer = new JwtAuthorizer(issuer, List.of("shorts"), InstantSource.fixed(NOON));
    api =
        new HttpApi(
            LOOPBACK,
            List.of(new Route("$default", Optional.of(authorizer), event -> event)),
            Cors.NONE,
            InstantSource.fixed(NOON));
  }

  URI url() {
    return api.url();
  }

  HttpResponse<String> send(HttpRequest request) throws Exception {
    return client.send(request, BodyHandlers.ofString());
  }

  HttpResponse<String> call(String authorization) throws Exception {
    return send(HttpRequest.newBuilder(url()).header("Authorization", authorization).build());
  }

  void assertAccepted(String token) throws Exception {
    assertThat(call("Bearer " + token).statusCode()).isEqualTo(200);
  }

  void assertRefused(String token, String reason) throws Exception {
    var answer = call("Bearer " + token);
    assertThat(answer).satisfies(unauthorized());
    assertThat(answer.headers().firstValue("www-authenticate"))
        .hasValue(
            "Bearer scope=\"\" error=\"invalid_token\" error_description=\"%s\"".formatted(reason));
  }

  static Consumer<HttpResponse<String>> unauthorized() {
    return answer -> {
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
    };
  }

  @Override
  public void close() {
    client.close();
    api.close();
  }
}
