package dev.shorts.migrate.catalog;

import java.util.List;
import java.util.Locale;

/** CreateTables is the parameter that decides whether missing tables are created. */
public enum CreateTables {
  /** Missing tables are created in a database without any table. */
  AUTO,
  /** Missing tables are always created. */
  YES,
  /** Missing tables are never created. */
  NO;

  /** Parses the parameter's value in {@code template.yaml}. */
  public static CreateTables of(String value) {
    try {
      return valueOf(value.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "CreateTables is %s and may be one of %s.".formatted(value, List.of("auto", "yes", "no")),
          e);
    }
  }
}
