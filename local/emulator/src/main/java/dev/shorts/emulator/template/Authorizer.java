package dev.shorts.emulator.template;

import java.net.URI;
import java.util.List;

/** Configures a JWT authorizer of the API. */
public record Authorizer(URI issuer, List<String> audience) {

  public Authorizer {
    audience = List.copyOf(audience);
  }
}
