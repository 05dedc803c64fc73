package dev.shorts.create;

import static java.util.Objects.requireNonNull;

import dev.shorts.export.Quality;
import dev.shorts.export.SceneId;
import dev.shorts.export.Strategy;
import dev.shorts.export.UserId;
import java.util.Optional;

/**
 * An ExportRequest names a user, a scene and the kind of short that the user asks for.
 *
 * @param scene empty if the caller's id is no UUID: such a scene does not exist
 */
record ExportRequest(
    UserId user,
    Optional<SceneId> scene,
    Strategy strategy,
    Quality quality,
    Optional<IdempotencyKey> idempotencyKey) {

  ExportRequest {
    requireNonNull(user, "user");
    requireNonNull(scene, "scene");
    requireNonNull(strategy, "strategy");
    requireNonNull(quality, "quality");
    requireNonNull(idempotencyKey, "idempotencyKey");
  }
}
