package dev.shorts.transcode.search;

import java.time.Duration;

/**
 * Limits how much of a source is read before a scene when a seek lands too late: at most three
 * times the scene's bytes plus 256 MB, and half of the remaining time.
 */
public final class ReadingBudget {

  private static final long FREE = 256L << 20;
  private static final int TIMES = 3;

  private final double sceneSeconds;
  private double spent;

  /**
   * @param sceneSeconds length of the scene
   */
  public ReadingBudget(double sceneSeconds) {
    this.sceneSeconds = sceneSeconds;
  }

  /**
   * Spends {@code seconds} of the source if the budget allows it.
   *
   * @param sceneBytes approximate bytes that were read for the scene
   * @return whether those seconds may be read
   */
  public boolean spend(double seconds, long sceneBytes) {
    double bytes = seconds / Math.max(1, sceneSeconds) * sceneBytes;
    boolean allowed = spent + bytes <= FREE + (double) TIMES * sceneBytes;
    spent += allowed ? bytes : 0;
    return allowed;
  }

  /** Returns the time limit of one more reading. */
  static Duration time(Duration left) {
    return left.dividedBy(2);
  }
}
