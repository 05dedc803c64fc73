package dev.shorts.emulator.template;

import java.util.Optional;

/**
 * A route of the API that leads to a function.
 *
 * @param key {@code "GET /v1/exports/{export_id}"} or {@code "$default"}
 * @param authorizer empty: open to everybody
 */
public record RouteEvent(String function, String key, Optional<Authorizer> authorizer) {}
