package dev.shorts.bench.database;

import dev.shorts.bench.Spread;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** How long the calls of one round took, in milliseconds. */
record Times(double p50, double p99) {

  static Times of(Stream<double[]> measured) {
    double[] sorted = measured.flatMapToDouble(DoubleStream::of).sorted().toArray();
    return new Times(Spread.quantile(sorted, 0.5), Spread.quantile(sorted, 0.99));
  }
}
