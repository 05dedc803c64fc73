package dev.shorts.emulator.template;

import java.util.Optional;

/**
 * Connects a route of the API to a function.
 *
 * @param key {@code "GET /things/{id}"} or {@code "$default"}
 * @param authorizer empty for a route without authorization
 */
public record RouteEvent(String function, String key, Optional<Authorizer> authorizer) {}
