package dev.shorts.bench.api;

import dev.shorts.bench.report.MedianRange;
import dev.shorts.bench.report.TargetCheck;

/** A CostTarget limits a cost to a multiple of its floor. */
record CostTarget(double most) {

  /** Whether it is met. */
  String verdict(MedianRange ratio) {
    return "%s x, target %s x: %s"
        .formatted(ratio, MedianRange.number(most), TargetCheck.of(ratio.median(), most));
  }
}
