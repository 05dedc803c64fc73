package dev.shorts.transcode.frames;

import java.util.List;

/**
 * Holds a partial assignment of candidate source frames to frames of the short, ending with one
 * candidate.
 *
 * @param before assignment up to the candidate before; null for the first
 * @param candidate last one that is shown
 * @param row first frame of the short that shows it
 * @param shown number of candidates that are shown
 * @param irregular number of irregular steps
 * @param off sum of the squared distances from rows to times, in frames of the short
 */
record AssignedPath(
    AssignedPath before, int candidate, int row, int shown, int irregular, double off) {

  /** Returns the best of {@code paths}; null if there are none. */
  static AssignedPath best(List<AssignedPath> paths) {
    AssignedPath best = null;
    for (var path : paths) {
      best = better(best, path);
    }
    return best;
  }

  /**
   * Returns the better of two: more frames shown, then fewer irregular steps, then closer to the
   * times.
   *
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
