package dev.shorts.export;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.UUID;

/** A UserId identifies a user: it is the {@code sub} of their token. */
public record UserId(UUID value) {

  public UserId {
    requireNonNull(value, "value");
  }

  /** Parses an id; empty if {@code text} is no UUID. */
  public static Optional<UserId> parse(String text) {
    return Ids.parse(text).map(UserId::new);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
