package dev.shorts.emulator.gateway;

import static java.util.stream.Collectors.joining;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Checks bearer tokens as the JWT authorizer of API Gateway does.
 *
 * <p>https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
 */
public final class JwtAuthorizer {

  private static final String SCHEME = "bearer ";

  private final URI issuer;
  private final List<String> audience;
  private final InstantSource clock;
  private final IssuerKeys keys;

  /**
   * @param issuer publishes its keys at {@code /.well-known/openid-configuration}; fetched at first
   *     use
   */
  public JwtAuthorizer(URI issuer, List<String> audience, InstantSource clock) {
    this.issuer = issuer;
    this.audience = List.copyOf(audience);
    this.clock = clock;
    keys = new IssuerKeys(issuer);
  }

  /** The claims of the caller's token as strings, as the event carries them. */
  Map<String, String> claims(GatewayRequest request) {
    Optional<String> authorization = request.header("authorization");
    if (authorization.isEmpty()) {
      throw GatewayError.unauthorized("Bearer");
    }
    try {
      var jwt = SignedJWT.parse(token(authorization.get()));
      checkSignature(jwt);
      Map<String, Object> claims = jwt.getPayload().toJSONObject();
      check(claims);
      Map<String, String> strings = new TreeMap<>();
      claims.forEach((name, value) -> strings.put(name, string(value)));
      return strings;
    } catch (GatewayError e) {
      throw e;
    } catch (KeySourceException e) {
      throw invalid("OIDC discovery endpoint communication error");
    } catch (ParseException | JOSEException | RuntimeException e) {
      throw invalid("the token is malformed");
    }
  }

  /** The token without its scheme, which is optional. */
  private static String token(String authorization) {
    boolean schemed = authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    return authorization.substring(schemed ? SCHEME.length() : 0).strip();
  }

  private void checkSignature(SignedJWT jwt) throws JOSEException {
    var header = jwt.getHeader();
    require(header.getAlgorithm().equals(JWSAlgorithm.RS256), "signing method is invalid");
    require(header.getKeyID() != null, "the token has no kid");
    var matching = keys.get(new JWKSelector(JWKMatcher.forJWSHeader(header)));
    require(!matching.isEmpty(), "no key has the token's kid");
    var key = matching.getFirst().toRSAKey().toRSAPublicKey();
    require(jwt.verify(new RSASSAVerifier(key)), "signature is invalid");
  }

  private void check(Map<String, Object> claims) {
    Instant now = clock.instant();
    require(issuer.toString().equals(claims.get("iss")), "the token has an invalid issuer");
    Object meant = claims.containsKey("aud") ? claims.get("aud") : claims.get("client_id");
    List<?> meantFor = meant instanceof List<?> several ? several : List.of(string(meant));
    require(
        meantFor.stream().anyMatch(audience::contains), "the token does not have a valid audience");
    require(time(claims, "exp", Instant.MIN).isAfter(now), "the token has expired");
    require(!time(claims, "nbf", now).isAfter(now), "the token is not valid yet");
    require(!time(claims, "iat", now).isAfter(now), "the token was issued in the future");
  }

  private static Instant time(Map<String, Object> claims, String name, Instant absent) {
    Object value = claims.get(name);
    return value == null ? absent : Instant.ofEpochSecond(((Number) value).longValue());
  }

  /** The text of a claim; API Gateway prints lists as Go does. */
  private static String string(Object claim) {
    return claim instanceof List<?> list
        ? list.stream().map(JwtAuthorizer::string).collect(joining(" ", "[", "]"))
        : String.valueOf(claim);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw invalid(otherwise);
    }
  }

  private static GatewayError invalid(String description) {
    return GatewayError.unauthorized(
        "Bearer scope=\"\" error=\"invalid_token\" error_description=\"%s\""
            .formatted(description));
  }
}
