package dev.shorts.export;

import java.util.Locale;

/** A Quality chooses between a better picture and a smaller file. */
public enum Quality {
  HIGH,
  MEDIUM;

  /** Returns the name in the API and in the database. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the quality with this {@link #text}. */
  public static Quality of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
