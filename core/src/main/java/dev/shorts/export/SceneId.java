package dev.shorts.export;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.UUID;

/** A SceneId identifies a scene of a video. */
public record SceneId(UUID value) {

  public SceneId {
    requireNonNull(value, "value");
  }

  /** Parses an id; empty if {@code text} is no UUID. */
  public static Optional<SceneId> parse(String text) {
    return Ids.parse(text).map(SceneId::new);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
