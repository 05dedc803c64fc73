package dev.shorts.export;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.UUID;

/** An ExportId identifies an export. */
public record ExportId(UUID value) {

  public ExportId {
    requireNonNull(value, "value");
  }

  /** Returns a new id; only the function that stores an export needs one. */
  public static ExportId random() {
    return new ExportId(UUID.randomUUID());
  }

  /** Parses an id; empty if {@code text} is no UUID. */
  public static Optional<ExportId> parse(String text) {
    return Ids.parse(text).map(ExportId::new);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
