package dev.shorts.emulator.template;

import dev.shorts.emulator.gateway.Cors;
import java.util.Map;

/**
 * Configures the HTTP API.
 *
 * @param defaultAuthorizer name of the authorizer of routes that name none; may be empty
 */
public record HttpApiSettings(
    Map<String, Authorizer> authorizers, String defaultAuthorizer, Cors cors) {

  public HttpApiSettings {
    authorizers = Map.copyOf(authorizers);
  }
}
