package dev.shorts.export;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.UUID;

/** Names one export. */
public record ExportId(UUID value) {

  public ExportId {
    requireNonNull(value, "value");
  }

  /** A new id; only the function that accepts a request makes one. */
  public static ExportId random() {
    return new ExportId(UUID.randomUUID());
  }

  /** Reads an id that came from outside; empty if {@code text} is no UUID. */
  public static Optional<ExportId> parse(String text) {
    return Ids.parse(text).map(ExportId::new);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
