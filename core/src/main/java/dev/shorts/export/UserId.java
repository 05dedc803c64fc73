package dev.shorts.export;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.UUID;

/** Names the caller: the {@code sub} of the token. */
public record UserId(UUID value) {

  public UserId {
    requireNonNull(value, "value");
  }

  /** Reads an id that came from outside; empty if {@code text} is no UUID. */
  public static Optional<UserId> parse(String text) {
    return Ids.parse(text).map(UserId::new);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
