package dev.shorts.emulator.gateway;

import java.util.Optional;

/**
 * One route of the API.
 *
 * @param key {@code "GET /v1/exports/{export_id}"} or {@code "$default"}
 * @param authorizer empty: open to everybody
 */
public record Route(String key, Optional<JwtAuthorizer> authorizer, Integration integration) {}
