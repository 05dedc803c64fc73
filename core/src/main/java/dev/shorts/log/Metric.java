package dev.shorts.log;

import java.util.Map;

/**
 * A Metric is a number that CloudWatch reads from a log line.
 *
 * @param name the name in alarms, on the dashboard and of the line's field
 * @param unit CloudWatch's name of it
 * @param dimensions by which the metric is also counted; each with few values
 */
public record Metric(String name, Number value, String unit, Map<String, String> dimensions) {

  public Metric {
    dimensions = Map.copyOf(dimensions);
  }

  /** Returns a count of one. */
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

  /** Returns a dimensionless ratio. */
  public static Metric ratio(String name, double value) {
    return new Metric(name, value, "None", Map.of());
  }

  /** Returns this metric, also counted by {@code dimension}. */
  public Metric by(String dimension, String its) {
    return new Metric(name, value, unit, Map.of(dimension, its));
  }
}
