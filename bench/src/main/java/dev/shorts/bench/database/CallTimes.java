package dev.shorts.bench.database;

import dev.shorts.bench.report.MedianRange;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** CallTimes are percentiles of the calls of one round, in milliseconds. */
record CallTimes(double p50, double p99) {

  static CallTimes of(Stream<double[]> measured) {
    double[] sorted = measured.flatMapToDouble(DoubleStream::of).sorted().toArray();
    return new CallTimes(MedianRange.quantile(sorted, 0.5), MedianRange.quantile(sorted, 0.99));
  }
}
