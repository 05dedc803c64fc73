package dev.shorts.create;

import dev.shorts.export.Limits;
import java.time.Duration;

/**
 * A Quota counts a user's exports of the last 24 hours against the limit.
 *
 * @param used including the export that was just stored
 * @param resetsIn until the oldest counted export leaves the window; zero if there is none
 */
record Quota(int used, Duration resetsIn) {

  int remaining() {
    return Math.max(0, Limits.EXPORTS_PER_WINDOW - used);
  }

  /** Returns the quota after the newest export was taken back. */
  Quota minusOne() {
    return used > 1 ? new Quota(used - 1, resetsIn) : new Quota(0, Duration.ZERO);
  }
}
