package dev.shorts.emulator.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import dev.shorts.emulator.host.LoopbackServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Issues OpenID tokens for any {@code sub} without authentication. {@code POST /token} takes the
 * form fields {@code sub}, {@code ttl_s} (seconds, 3600 by default) and {@code claims}, a JSON
 * object that replaces standard claims; a null removes one.
 */
public final class TokenIssuer implements AutoCloseable {

  private static final Duration TOKEN_LIFE = Duration.ofHours(1);
  private static final int KEY_BITS = 2048;

  private final String audience;
  private final InstantSource clock;
  private final RSAKey key;
  private final LoopbackServer server;

  /**
   * @param bind address to listen on; port 0 is any free one
   */
  public TokenIssuer(InetSocketAddress bind, String audience, InstantSource clock)
      throws IOException {
    this.audience = audience;
    this.clock = clock;
    try {
      key = new RSAKeyGenerator(KEY_BITS).keyUse(KeyUse.SIGNATURE).keyID("local").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    server = new LoopbackServer(bind, this::handle);
  }

  /** The address, which is also the {@code iss} of the tokens. */
  public URI url() {
    return server.url();
  }

  @Override
  public void close() {
    server.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    GatewayResponse response = respond(exchange);
    response.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(response.status(), response.body().length);
    exchange.getResponseBody().write(response.body());
  }

  private GatewayResponse respond(HttpExchange exchange) throws IOException {
    return switch (exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath()) {
      case "GET /.well-known/openid-configuration" -> GatewayResponse.json(200, configuration());
      case "GET /.well-known/jwks.json" ->
          GatewayResponse.json(200, new JWKSet(key.toPublicJWK()).toJSONObject());
      case "POST /token" -> {
        String form = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        yield token(fields(form));
      }
      default -> GatewayResponse.message(404, "Not Found");
    };
  }

  private Map<String, ?> configuration() {
    return Map.of(
        "issuer", url().toString(),
        "jwks_uri", url() + "/.well-known/jwks.json",
        "token_endpoint", url() + "/token",
        "response_types_supported", List.of("token"),
        "subject_types_supported", List.of("public"),
        "id_token_signing_alg_values_supported", List.of("RS256"));
  }

  private GatewayResponse token(Map<String, String> form) {
    if (!form.containsKey("sub")) {
      return GatewayResponse.json(400, Map.of("error", "invalid_request"));
    }
    long seconds = Long.parseLong(form.getOrDefault("ttl_s", "" + TOKEN_LIFE.toSeconds()));
    var now = clock.instant();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(url().toString())
            .audience(audience)
            .subject(form.get("sub"))
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(seconds)));
    try {
      JSONObjectUtils.parse(form.getOrDefault("claims", "{}")).forEach(claims::claim);
    } catch (ParseException e) {
      return GatewayResponse.json(400, Map.of("error", "invalid_request"));
    }
    var jwt =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
            claims.build());
    try {
      jwt.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return GatewayResponse.json(
        200,
        Map.of("access_token", jwt.serialize(), "token_type", "Bearer", "expires_in", seconds));
  }

  private static Map<String, String> fields(String form) {
    Map<String, String> fields = new HashMap<>();
    for (String field : form.split("&")) {
      String[] parts = field.split("=", 2);
      if (parts.length == 2) {
        fields.put(parts[0], URLDecoder.decode(parts[1], UTF_8));
      }
    }
    return fields;
  }
}
