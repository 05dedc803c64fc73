package dev.shorts.log;

import java.util.Map;

/**
 * A number that CloudWatch takes from a line of the log.
 *
 * @param name as in alarms and dashboards; the line's field has the same
 * @param unit as CloudWatch names it
 * @param dimensions by which it is told apart as well; each has few values
 */
public record Metric(String name, Number value, String unit, Map<String, String> dimensions) {

  public Metric {
    dimensions = Map.copyOf(dimensions);
  }

  /** One more of them. */
  public static Metric count(String name) {
    return count(name, 1);
  }

  public static Metric count(String name, int value) {
    return new Metric(name, value, "Count", Map.of());
  }

  public static Metric seconds(String name, Number value) {
    return new Metric(name, value, "Seconds", Map.of());
  }

  public static Metric bytes(String name, long value) {
    return new Metric(name, value, "Bytes", Map.of());
  }

  /** So many times something else. */
  public static Metric ratio(String name, double value) {
    return new Metric(name, value, "None", Map.of());
  }

  /** The same, also told apart by {@code dimension}. */
  public Metric by(String dimension, String its) {
    return new Metric(name, value, unit, Map.of(dimension, its));
  }
}
