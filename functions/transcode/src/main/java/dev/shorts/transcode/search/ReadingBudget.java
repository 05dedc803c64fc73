package dev.shorts.transcode.search;

import java.time.Duration;

/**
 * Limits what may be read of a source before a scene, where a seek lands too late: three times the
 * scene's bytes and 256 MB, and half of the time that is left.
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
   * Whether {@code seconds} more of the source may be read; if so they are spent.
   *
   * @param sceneBytes that were read for the scene, about
   */
  public boolean spend(double seconds, long sceneBytes) {
    double bytes = seconds / Math.max(1, sceneSeconds) * sceneBytes;
    boolean allowed = spent + bytes <= FREE + (double) TIMES * sceneBytes;
    spent += allowed ? bytes : 0;
    return allowed;
  }

  /** The limit of one more reading. */
  static Duration time(Duration left) {
    return left.dividedBy(2);
  }
}
