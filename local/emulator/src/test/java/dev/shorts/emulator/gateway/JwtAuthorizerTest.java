package dev.shorts.emulator.gateway;

import static dev.shorts.emulator.gateway.GuardedApi.unauthorized;
import static dev.shorts.emulator.gateway.TestApi.LOOPBACK;
import static dev.shorts.emulator.gateway.TestIssuer.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.shorts.emulator.host.JsonCodec;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JwtAuthorizerTest {

  private static TestIssuer trusted;
  private static GuardedApi api;

  @BeforeAll
  static void start() throws Exception {
    trusted = new TestIssuer();
    api = new GuardedApi(trusted.url());
  }

  @AfterAll
  static void stop() {
    api.close();
    trusted.close();
  }

  @Test
  void theFunctionSeesTheClaimsAsStrings() throws Exception {
    var token =
        trusted.token(c -> c.claim("groups", List.of("a", "b")).claim("email_verified", true));

    var event = JsonCodec.map(api.call("Bearer " + token).body());
    var context = (Map<?, ?>) event.get("requestContext");
    var jwt = (Map<?, ?>) ((Map<?, ?>) context.get("authorizer")).get("jwt");
    assertThat(jwt.get("claims"))
        .isEqualTo(
            Map.of(
                "iss", trusted.url().toString(),
                "aud", "shorts",
                "sub", "me",
                "exp", String.valueOf(NOON.getEpochSecond() + 1),
                "iat", String.valueOf(NOON.getEpochSecond()),
                "groups", "[a b]",
                "email_verified", "true"));
    assertThat(jwt.containsKey("scopes")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer ", "bearer ", "BEARER  ", ""})
  void theSchemeIsOptional(String scheme) throws Exception {
    assertThat(api.call(scheme + trusted.token(_ -> {})).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "Bearer", "Basic YTpi", "a.b.c", "Bearer a.b.c, Bearer d.e.f"})
  void aMalformedTokenIsUnauthorized(String authorization) throws Exception {
    assertThat(api.call(authorization)).satisfies(unauthorized());
  }

  @Test
  void aMissingTokenIsUnauthorized() throws Exception {
    var answer = api.send(HttpRequest.newBuilder(api.url()).build());
    assertThat(answer).satisfies(unauthorized());
    assertThat(answer.headers().firstValue("www-authenticate")).hasValue("Bearer");
  }

  @Test
  void anIssuerThatIsDownAuthorizesNoToken() throws Exception {
    try (var orphan = new GuardedApi(URI.create("http://127.0.0.1:1"))) {
      assertThat(orphan.call("Bearer " + trusted.token(_ -> {}))).satisfies(unauthorized());
    }
  }

  @ParameterizedTest
  @CsvSource({"sub=me, 200", "sub=me&ttl_s=-1, 401"})
  void tokensOfTheLocalIssuerAreAuthorized(String form, int status) throws Exception {
    try (var issuer = new TokenIssuer(LOOPBACK, "shorts", InstantSource.fixed(NOON));
        var guarded = new GuardedApi(issuer.url())) {
      var request =
          HttpRequest.newBuilder(URI.create(issuer.url() + "/token"))
              .POST(BodyPublishers.ofString(form))
              .build();
      var answer = JsonCodec.map(api.send(request).body());
      assertThat(answer).contains(entry("token_type", "Bearer"));
      assertThat(guarded.call("Bearer " + answer.get("access_token")).statusCode())
          .isEqualTo(status);
    }
  }
}
