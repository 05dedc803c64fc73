package dev.shorts.export;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * An Export is a user's request for a short of a scene, with its state.
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

  /** The prefix of all keys in the export bucket. */
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

  /** Returns the key of a short: the only form that this service writes or deletes. */
  public static String key(UserId user, ExportId id) {
    return KEY_PREFIX + user + "/" + id + ".mp4";
  }

  /** Returns whether {@code text} has the form of {@link #key}. */
  public static boolean isKey(String text) {
    return KEY.matcher(text).matches();
  }
}
