package dev.shorts.export;

import java.util.Locale;

/** A Strategy fits a video of another aspect ratio into 9:16. */
public enum Strategy {
  /** The middle of the video fills the frame. */
  CENTER_CROP,
  /** The whole video is shown between black bars. */
  LETTERBOX,
  /** Reserved: the crop follows what matters in the video. Refused in this version. */
  SMART_CROP;

  /** Returns the name in the API and in the database. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the strategy with this {@link #text}. */
  public static Strategy of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
