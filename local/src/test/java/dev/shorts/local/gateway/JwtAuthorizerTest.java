package dev.shorts.local.gateway;

import static com.nimbusds.jose.JWSAlgorithm.HS256;
import static com.nimbusds.jose.JWSAlgorithm.RS256;
import static com.nimbusds.jose.JWSAlgorithm.RS512;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.jr.ob.JSON;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.shorts.local.http.LocalServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JwtAuthorizerTest {

  private static final InetSocketAddress LOOPBACK = new InetSocketAddress("127.0.0.1", 0);
  private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

  private static RSAKey key;
  private static LocalServer keys;
  private static HttpApi api;
  private static HttpClient client;

  @BeforeAll
  static void start() throws Exception {
    client = HttpClient.newHttpClient();
    key = new RSAKeyGenerator(2048).keyID("mine").generate();
    keys =
        new LocalServer(
            LOOPBACK,
            exchange -> {
              try (exchange) {
                boolean discovery = exchange.getRequestURI().getPath().contains("openid");
                byte[] answer =
                    (discovery
                            ? "{\"jwks_uri\":\"%s/keys\"}".formatted(keys.url())
                            : new JWKSet(key.toPublicJWK()).toString())
                        .getBytes(UTF_8);
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
              }
            });
    api = api(keys.url());
  }

  @AfterAll
  static void stop() {
    client.close();
    api.close();
    keys.close();
  }

  @Test
  void theFunctionSeesTheClaimsAsStrings() throws Exception {
    var token = token(c -> c.claim("groups", List.of("a", "b")).claim("email_verified", true));

    var event = JSON.std.mapFrom(call(api, "Bearer " + token).body());
    var context = (Map<?, ?>) event.get("requestContext");
    var jwt = (Map<?, ?>) ((Map<?, ?>) context.get("authorizer")).get("jwt");
    assertThat(jwt.get("claims"))
        .isEqualTo(
            Map.of(
                "iss", keys.url().toString(),
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
  void theSchemeIsAFormality(String scheme) throws Exception {
    assertThat(call(api, scheme + token(_ -> {})).statusCode()).isEqualTo(200);
  }

  @Test
  void theAudienceMayBeOneOfManyOrAClient() throws Exception {
    assertAccepted(token(c -> c.audience(List.of("other", "shorts"))));
    assertAccepted(token(c -> c.audience((String) null).claim("client_id", "shorts")));
    assertRefused(
        token(c -> c.audience("other").claim("client_id", "shorts")),
        "the token does not have a valid audience");
    assertRefused(
        token(c -> c.audience((String) null)), "the token does not have a valid audience");
  }

  @Test
  void timesAreChecked() throws Exception {
    assertRefused(token(c -> c.expirationTime(Date.from(NOON))), "the token has expired");
    assertRefused(token(c -> c.expirationTime(null)), "the token has expired");
    assertAccepted(token(c -> c.notBeforeTime(Date.from(NOON))));
    assertRefused(
        token(c -> c.notBeforeTime(Date.from(NOON.plusSeconds(1)))), "the token is not valid yet");
    assertRefused(
        token(c -> c.issueTime(Date.from(NOON.plusSeconds(1)))),
        "the token was issued in the future");
  }

  @Test
  void onlyTheIssuerIsBelieved() throws Exception {
    assertRefused(token(c -> c.issuer("https://evil.example")), "the token has an invalid issuer");
    var stranger = new RSAKeyGenerator(2048).keyID("mine").generate();
    assertRefused(
        signed(RS256, "mine", new RSASSASigner(stranger), claims()), "signature is invalid");
    assertRefused(
        signed(RS256, "other", new RSASSASigner(key), claims()), "no key has the token's kid");
    assertRefused(signed(RS256, null, new RSASSASigner(key), claims()), "the token has no kid");
  }

  @Test
  void onlyRs256IsAnAlgorithm() throws Exception {
    assertRefused(
        signed(RS512, "mine", new RSASSASigner(key), claims()), "signing method is invalid");
    // Key confusion: the public key as a shared secret.
    var secret = new MACSigner(key.toRSAPublicKey().getEncoded());
    assertRefused(signed(HS256, "mine", secret, claims()), "signing method is invalid");
    assertRefused(new PlainJWT(claims().build()).serialize(), "the token is malformed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "Bearer", "Basic YTpi", "a.b.c", "Bearer a.b.c, Bearer d.e.f"})
  void nonsenseIsUnauthorized(String authorization) throws Exception {
    assertThat(call(api, authorization)).satisfies(unauthorized());
  }

  @Test
  void noTokenIsUnauthorized() throws Exception {
    var answer = client.send(HttpRequest.newBuilder(api.url()).build(), BodyHandlers.ofString());
    assertThat(answer).satisfies(unauthorized());
    assertThat(answer.headers().firstValue("www-authenticate")).hasValue("Bearer");
  }

  @Test
  void anIssuerThatIsGoneLetsNobodyIn() throws Exception {
    try (var orphan = api(URI.create("http://127.0.0.1:1"))) {
      assertThat(call(orphan, "Bearer " + token(_ -> {}))).satisfies(unauthorized());
    }
  }

  @ParameterizedTest
  @CsvSource({"sub=me, 200", "sub=me&ttl_s=-1, 401"})
  void theLocalIssuersTokensAreGood(String form, int status) throws Exception {
    try (var issuer = new Issuer(LOOPBACK, "shorts", InstantSource.fixed(NOON));
        var guarded = api(issuer.url())) {
      var request =
          HttpRequest.newBuilder(URI.create(issuer.url() + "/token"))
              .POST(BodyPublishers.ofString(form))
              .build();
      var answer = JSON.std.mapFrom(client.send(request, BodyHandlers.ofString()).body());
      assertThat(answer).contains(entry("token_type", "Bearer"));
      assertThat(call(guarded, "Bearer " + answer.get("access_token")).statusCode())
          .isEqualTo(status);
    }
  }

  private static HttpApi api(URI issuer) throws Exception {
    var authorizer = new JwtAuthorizer(issuer, List.of("shorts"), InstantSource.fixed(NOON));
    return new HttpApi(
        LOOPBACK,
        List.of(new Route("$default", Optional.of(authorizer), event -> event)),
        Cors.NONE,
        InstantSource.fixed(NOON));
  }

  private static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer(keys.url().toString())
        .audience("shorts")
        .subject("me")
        .issueTime(Date.from(NOON))
        .expirationTime(Date.from(NOON.plusSeconds(1)));
  }

  private static String token(Consumer<JWTClaimsSet.Builder> change) throws Exception {
    var claims = claims();
    change.accept(claims);
    return signed(RS256, "mine", new RSASSASigner(key), claims);
  }

  private static String signed(
      JWSAlgorithm algorithm, String kid, JWSSigner signer, JWTClaimsSet.Builder claims)
      throws Exception {
    var header = new JWSHeader.Builder(algorithm).keyID(kid).build();
    var jwt = new SignedJWT(header, claims.build());
    jwt.sign(signer);
    return jwt.serialize();
  }

  private static void assertAccepted(String token) throws Exception {
    assertThat(call(api, "Bearer " + token).statusCode()).isEqualTo(200);
  }

  private static void assertRefused(String token, String reason) throws Exception {
    var answer = call(api, "Bearer " + token);
    assertThat(answer).satisfies(unauthorized());
    assertThat(answer.headers().firstValue("www-authenticate"))
        .hasValue(
            "Bearer scope=\"\" error=\"invalid_token\" error_description=\"%s\"".formatted(reason));
  }

  private static Consumer<HttpResponse<String>> unauthorized() {
    return answer -> {
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
    };
  }

  private static HttpResponse<String> call(HttpApi api, String authorization) throws Exception {
    var request = HttpRequest.newBuilder(api.url()).header("Authorization", authorization);
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
