package dev.shorts.export;

import java.util.Locale;

/** How a picture of another shape is made 9:16. */
public enum Strategy {
  /** The middle of the picture fills the frame. */
  CENTER_CROP,
  /** The whole picture over black bars. */
  LETTERBOX,
  /** Reserved: follows what matters in the picture. Refused in this version. */
  SMART_CROP;

  /** As clients and the database write it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads what {@link #text} wrote. */
  public static Strategy of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
