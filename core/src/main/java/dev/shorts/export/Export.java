package dev.shorts.export;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.regex.Pattern;

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

  /** What all keys begin with. */
  public static final String KEY_PREFIX = "exports/";

  private static final Pattern KEY =
      Pattern.compile(
          KEY_PREFIX + "%1$s/%1$s\\.mp4".formatted("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"));

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
    return KEY_PREFIX + user + "/" + id + ".mp4";
  }

  /** Whether {@link #key} makes such a key. */
  public static boolean isKey(String text) {
    return KEY.matcher(text).matches();
  }
}
