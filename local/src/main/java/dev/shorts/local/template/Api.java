package dev.shorts.local.template;

import dev.shorts.local.gateway.Cors;
import java.util.Map;

/**
 * The HTTP API.
 *
 * @param defaultAuthorizer of a route that names none; empty if there is none
 */
public record Api(Map<String, Authorizer> authorizers, String defaultAuthorizer, Cors cors) {

  public Api {
    authorizers = Map.copyOf(authorizers);
  }
}
