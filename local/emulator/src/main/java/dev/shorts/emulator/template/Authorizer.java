package dev.shorts.emulator.template;

import java.net.URI;
import java.util.List;

/** Whose tokens the API takes. */
public record Authorizer(URI issuer, List<String> audience) {

  public Authorizer {
    audience = List.copyOf(audience);
  }
}
