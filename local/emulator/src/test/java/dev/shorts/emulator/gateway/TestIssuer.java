package dev.shorts.emulator.gateway;

import static com.nimbusds.jose.JWSAlgorithm.RS256;
import static dev.shorts.emulator.gateway.TestApi.LOOPBACK;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.shorts.emulator.host.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.function.Consumer;

/** Publishes one key where OpenID Connect looks for it, and signs tokens with it. */
final class TestIssuer implements AutoCloseable {

  static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
  static final RSAKey KEY = generate();

  private final LoopbackServer server;

  TestIssuer() throws IOException {
    server =
        new LoopbackServer(
            LOOPBACK,
            exchange -> {
              try (exchange) {
                boolean discovery = exchange.getRequestURI().getPath().contains("openid");
                byte[] answer =
                    (discovery
                            ? "{\"jwks_uri\":\"%s/keys\"}".formatted(url())
                            : new JWKSet(KEY.toPublicJWK()).toString())
                        .getBytes(UTF_8);
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
              }
            });
  }

  URI url() {
    return server.url();
  }

  String token(Consumer<JWTClaimsSet.Builder> change) throws Exception {
    var claims = claims();
    change.accept(claims);
    return signed(RS256, "mine", new RSASSASigner(KEY), claims);
  }

  String signed(JWSAlgorithm algorithm, String kid, JWSSigner signer, JWTClaimsSet.Builder claims)
      throws Exception {
    var header = new JWSHeader.Builder(algorithm).keyID(kid).build();
    var jwt = new SignedJWT(header, claims.build());
    jwt.sign(signer);
    return jwt.serialize();
  }

  JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer(url().toString())
        .audience("shorts")
        .subject("me")
        .issueTime(Date.from(NOON))
        .expirationTime(Date.from(NOON.plusSeconds(1)));
  }

  @Override
  public void close() {
    server.close();
  }

  private static RSAKey generate() {
    try {
      return new RSAKeyGenerator(2048).keyID("mine").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
