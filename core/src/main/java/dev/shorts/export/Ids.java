package dev.shorts.export;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Parses the UUIDs of requests and messages. */
final class Ids {

  /** {@link UUID#fromString} alone takes "1-1-1-1-1" for an id. */
  private static final Pattern CANONICAL =
      Pattern.compile(
          "\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}");

  private Ids() {}

  static Optional<UUID> parse(String text) {
    return CANONICAL.matcher(text).matches()
        ? Optional.of(UUID.fromString(text))
        : Optional.empty();
  }
}
