package dev.shorts.bench.api;

import dev.shorts.bench.Spread;
import dev.shorts.bench.Verdict;

/** The most that something may take, as a multiple of its floor. */
record Target(double most) {

  /** Whether it is met. */
  String verdict(Spread ratio) {
    return "%s x, target %s x: %s"
        .formatted(ratio, Spread.number(most), Verdict.of(ratio.median(), most));
  }
}
