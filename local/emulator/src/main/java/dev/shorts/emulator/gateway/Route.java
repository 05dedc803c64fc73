package dev.shorts.emulator.gateway;

import java.util.Optional;

/**
 * Connects a route key of the API to a function.
 *
 * @param key {@code "GET /things/{id}"} or {@code "$default"}
 * @param authorizer empty for a route without authorization
 */
public record Route(String key, Optional<JwtAuthorizer> authorizer, Integration integration) {}
