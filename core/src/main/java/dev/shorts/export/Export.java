package dev.shorts.export;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A scene that was asked for as a short, and how far that has come.
 *
 * @param expiresAt 24 hours after {@code createdAt}; both in whole seconds of the database's clock
 */
public record Export(
    ExportId id,
    SceneId scene,
    UserId user,
    Strategy strategy,
    Quality quality,
    Instant createdAt,
    Instant expiresAt,
    ExportState state) {

  public Export {
    requireNonNull(id, "id");
    requireNonNull(scene, "scene");
    requireNonNull(user, "user");
    requireNonNull(strategy, "strategy");
    requireNonNull(quality, "quality");
    requireNonNull(createdAt, "createdAt");
    requireNonNull(expiresAt, "expiresAt");
    requireNonNull(state, "state");
  }

  /** The only kind of key this service ever writes or deletes in the export bucket. */
  public static String key(UserId user, ExportId id) {
    return "exports/%s/%s.mp4".formatted(user, id);
  }
}
