package dev.shorts.export;

import java.util.Locale;

/** How good, and so how large, the short is to be. */
public enum Quality {
  HIGH,
  MEDIUM;

  /** As clients and the database write it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads what {@link #text} wrote. */
  public static Quality of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
