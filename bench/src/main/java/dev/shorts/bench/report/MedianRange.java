package dev.shorts.bench.report;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** A MedianRange has the median of repeated measurements, with the least and the most. */
public record MedianRange(double median, double least, double most) {

  public static MedianRange of(Collection<Double> measured) {
    return of(measured.stream().mapToDouble(Double::doubleValue));
  }

  /**
   * @throws IllegalArgumentException if there is none
   */
  public static MedianRange of(DoubleStream measured) {
    double[] sorted = measured.sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalArgumentException("nothing was measured");
    }
    return new MedianRange(quantile(sorted, 0.5), sorted[0], sorted[sorted.length - 1]);
  }

  /** How many times the floor each measurement is of the one that was taken in the same round. */
  public static MedianRange ratios(List<Double> measured, List<Double> floors) {
    return of(
        IntStream.range(0, measured.size()).mapToDouble(i -> measured.get(i) / floors.get(i)));
  }

  /**
   * @param sorted at least one
   * @param share 0 is the least of them, 1 the most; between two it is interpolated
   */
  public static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  /** With two decimals below ten, and one above. */
  @Override
  public String toString() {
    return "%s (%s–%s)".formatted(number(median), number(least), number(most));
  }

  public static String number(double value) {
    return String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.2f" : "%.1f", value);
  }
}
