package dev.shorts.transcode.frames;

import java.util.List;

/**
 * A way to show some of the source frames that are candidates, up to the last of them.
 *
 * @param before the way up to the candidate before; null for the first
 * @param candidate the last one that is shown
 * @param row the first frame of the short that shows it
 * @param shown number of candidates that are shown
 * @param irregular number of irregular steps
 * @param off sum of the squares of the distances from rows to times, in frames of the short
 */
record AssignedPath(
    AssignedPath before, int candidate, int row, int shown, int irregular, double off) {

  /** The best of {@code paths}; null if there are none. */
  static AssignedPath best(List<AssignedPath> paths) {
    AssignedPath best = null;
    for (var path : paths) {
      best = better(best, path);
    }
    return best;
  }

  /**
   * @param one may be null
   */
  static AssignedPath better(AssignedPath one, AssignedPath other) {
    if (one == null || other.shown != one.shown) {
      return one == null || other.shown > one.shown ? other : one;
    }
    if (other.irregular != one.irregular) {
      return other.irregular < one.irregular ? other : one;
    }
    return other.off < one.off ? other : one;
  }
}
