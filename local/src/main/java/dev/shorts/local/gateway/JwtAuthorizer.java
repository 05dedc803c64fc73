package dev.shorts.local.gateway;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;

/** API Gateway's JWT authorizer. */
public final class JwtAuthorizer {

  /**
   * @param issuer its keys are found by {@code /.well-known/openid-configuration}, when first asked
   */
  public JwtAuthorizer(URI issuer, List<String> audience, InstantSource clock) {
    throw new UnsupportedOperationException("on its way");
  }
}
