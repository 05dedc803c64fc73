package dev.shorts.emulator.template;

import dev.shorts.emulator.gateway.Cors;
import java.util.Map;

/**
 * The HTTP API.
 *
 * @param defaultAuthorizer of a route that names none; empty if there is none
 */
public record HttpApiSettings(
    Map<String, Authorizer> authorizers, String defaultAuthorizer, Cors cors) {

  public HttpApiSettings {
    authorizers = Map.copyOf(authorizers);
  }
}
