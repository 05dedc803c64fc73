package dev.shorts.create;

import dev.shorts.export.Limits;
import java.time.Duration;

/**
 * How many exports of the last 24 hours count against the limit.
 *
 * @param used with the one that was just made
 * @param resetsIn until the oldest counted export leaves the window; zero if there is none
 */
record Quota(int used, Duration resetsIn) {

  int remaining() {
    return Math.max(0, Limits.EXPORTS_PER_WINDOW - used);
  }

  /** As it is again once the export that was just made is taken back. */
  Quota withoutTheNewest() {
    return used > 1 ? new Quota(used - 1, resetsIn) : new Quota(0, Duration.ZERO);
  }
}
