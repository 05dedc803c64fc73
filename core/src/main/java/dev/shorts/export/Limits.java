package dev.shorts.export;

import java.math.BigDecimal;
import java.time.Duration;

/** Holds the limits of the service for its users, which are passed to the SQL functions. */
public final class Limits {

  /**
   * Longest scene, in seconds. YouTube takes up to three minutes for a Short
   * (support.google.com/youtube/answer/15424877).
   */
  public static final BigDecimal MAX_SCENE_SECONDS = BigDecimal.valueOf(180);

  /** Exports that one user may create within {@link #QUOTA_WINDOW}. */
  public static final int EXPORTS_PER_WINDOW = 10;

  public static final Duration QUOTA_WINDOW = Duration.ofHours(24);

  /** How long the row of an expired export is kept, to tell its owner that it has expired. */
  public static final Duration ROW_KEPT_AFTER_EXPIRY = Duration.ofHours(24);

  /** How often a worker may claim an export before it fails. */
  public static final int MAX_ATTEMPTS = 3;

  private Limits() {}
}
