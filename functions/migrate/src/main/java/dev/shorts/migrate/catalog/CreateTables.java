package dev.shorts.migrate.catalog;

import java.util.List;
import java.util.Locale;

/** The parameter that decides whether missing users, videos and scenes are created. */
public enum CreateTables {
  /** Created in a database without any table. */
  AUTO,
  /** Created wherever they are missing. */
  YES,
  /** Never created. */
  NO;

  /** Reads the parameter's value in {@code template.yaml}. */
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
