package dev.shorts.emulator.gateway;

import static com.nimbusds.jose.JWSAlgorithm.HS256;
import static com.nimbusds.jose.JWSAlgorithm.RS256;
import static com.nimbusds.jose.JWSAlgorithm.RS512;
import static dev.shorts.emulator.gateway.TestIssuer.KEY;
import static dev.shorts.emulator.gateway.TestIssuer.NOON;

import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.PlainJWT;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class JwtTokensTest {

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
  void theAudienceIsOneOfManyOrTheClientId() throws Exception {
    api.assertAccepted(trusted.token(c -> c.audience(List.of("other", "shorts"))));
    api.assertAccepted(trusted.token(c -> c.audience((String) null).claim("client_id", "shorts")));
    api.assertRefused(
        trusted.token(c -> c.audience("other").claim("client_id", "shorts")),
        "the token does not have a valid audience");
    api.assertRefused(
        trusted.token(c -> c.audience((String) null)), "the token does not have a valid audience");
  }

  @Test
  void theTimesOfATokenAreChecked() throws Exception {
    api.assertRefused(
        trusted.token(c -> c.expirationTime(Date.from(NOON))), "the token has expired");
    api.assertRefused(trusted.token(c -> c.expirationTime(null)), "the token has expired");
    api.assertAccepted(trusted.token(c -> c.notBeforeTime(Date.from(NOON))));
    api.assertRefused(
        trusted.token(c -> c.notBeforeTime(Date.from(NOON.plusSeconds(1)))),
        "the token is not valid yet");
    api.assertRefused(
        trusted.token(c -> c.issueTime(Date.from(NOON.plusSeconds(1)))),
        "the token was issued in the future");
  }

  @Test
  void onlyKeysOfTheIssuerAreAccepted() throws Exception {
    api.assertRefused(
        trusted.token(c -> c.issuer("https://evil.example")), "the token has an invalid issuer");
    var stranger = new RSAKeyGenerator(2048).keyID("mine").generate();
    api.assertRefused(
        trusted.signed(RS256, "mine", new RSASSASigner(stranger), trusted.claims()),
        "signature is invalid");
    api.assertRefused(
        trusted.signed(RS256, "other", new RSASSASigner(KEY), trusted.claims()),
        "no key has the token's kid");
    api.assertRefused(
        trusted.signed(RS256, null, new RSASSASigner(KEY), trusted.claims()),
        "the token has no kid");
  }

  @Test
  void onlyRs256IsAnAlgorithm() throws Exception {
    api.assertRefused(
        trusted.signed(RS512, "mine", new RSASSASigner(KEY), trusted.claims()),
        "signing method is invalid");
    // Key confusion: the public key as a shared secret.
    var secret = new MACSigner(KEY.toRSAPublicKey().getEncoded());
    api.assertRefused(
        trusted.signed(HS256, "mine", secret, trusted.claims()), "signing method is invalid");
    api.assertRefused(new PlainJWT(trusted.claims().build()).serialize(), "the token is malformed");
  }
}
