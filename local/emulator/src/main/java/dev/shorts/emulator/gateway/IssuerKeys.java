package dev.shorts.emulator.gateway;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;

/** Fetches the public keys of an issuer when they are first needed, and caches them. */
final class IssuerKeys {

  /** As long as API Gateway caches them. */
  private static final Duration KEPT_FOR = Duration.ofHours(2);

  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final String DISCOVERY = "/.well-known/openid-configuration";

  private final URI issuer;
  private JWKSource<SecurityContext> source;

  IssuerKeys(URI issuer) {
    this.issuer = issuer;
  }

  List<JWK> get(JWKSelector selector) throws KeySourceException {
    return source().get(selector, null);
  }

  private synchronized JWKSource<SecurityContext> source() throws KeySourceException {
    if (source == null) {
      source =
          JWKSourceBuilder.<SecurityContext>create(jwks(), retriever())
              .cache(KEPT_FOR.toMillis(), TIMEOUT.toMillis())
              .refreshAheadCache(false)
              .build();
    }
    return source;
  }

  private URL jwks() throws KeySourceException {
    try {
      var url = URI.create(issuer.toString().replaceFirst("/$", "") + DISCOVERY).toURL();
      String configuration = retriever().retrieveResource(url).getContent();
      return URI.create((String) JSONObjectUtils.parse(configuration).get("jwks_uri")).toURL();
    } catch (IOException | ParseException | RuntimeException e) {
      throw new KeySourceException("OIDC discovery endpoint communication error", e);
    }
  }

  private static DefaultResourceRetriever retriever() {
    return new DefaultResourceRetriever((int) TIMEOUT.toMillis(), (int) TIMEOUT.toMillis());
  }
}
