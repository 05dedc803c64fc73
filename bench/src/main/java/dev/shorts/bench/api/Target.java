package dev.shorts.bench.api;

import dev.shorts.bench.Spread;
import dev.shorts.bench.Verdict;
import java.util.List;
import java.util.stream.IntStream;

/** The most that something may take, as a multiple of its floor. */
record Target(double most) {

  /** Of each round one. */
  static Spread ratios(List<Double> measured, List<Double> floors) {
    return Spread.of(
        IntStream.range(0, measured.size()).mapToDouble(i -> measured.get(i) / floors.get(i)));
  }

  /** Whether it is met. */
  String verdict(Spread ratio) {
    return "%s x, target %s x: %s"
        .formatted(ratio, Spread.number(most), Verdict.of(ratio.median(), most));
  }
}
