package dev.shorts.create;

import dev.shorts.export.Limits;
import java.time.Duration;

/**
 * How many exports of the last 24 hours count against the limit.
 *
 * @param used with this one
 * @param resetsIn until the oldest counted export leaves the window
 */
record Quota(int used, Duration resetsIn) {

  int remaining() {
    return Math.max(0, Limits.EXPORTS_PER_WINDOW - used);
  }
}
