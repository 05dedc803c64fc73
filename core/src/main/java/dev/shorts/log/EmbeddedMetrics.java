package dev.shorts.log;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Marks fields of a log line as metrics, in CloudWatch's embedded metric format
 * (docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html).
 *
 * @param namespace empty where no metrics are collected
 */
record EmbeddedMetrics(String namespace) {

  /** Returns the fields that a line with {@code metrics} has. */
  Map<String, Object> fields(List<Metric> metrics, Instant time) {
    var fields = new LinkedHashMap<String, Object>();
    for (var metric : metrics) {
      fields.put(metric.name(), metric.value());
      fields.putAll(metric.dimensions());
    }
    if (!metrics.isEmpty() && !namespace.isEmpty()) {
      fields.put(
          "_aws",
          Map.of(
              "Timestamp",
              time.toEpochMilli(),
              "CloudWatchMetrics",
              metrics.stream().map(this::directive).toList()));
    }
    return fields;
  }

  /** Returns one dimension set without dimensions and one for each dimension. */
  private Map<String, Object> directive(Metric metric) {
    List<List<String>> all = List.of(List.of());
    var dimensions = List.copyOf(metric.dimensions().keySet());
    return Map.of(
        "Namespace",
        namespace,
        "Dimensions",
        dimensions.isEmpty() ? all : List.of(List.of(), dimensions),
        "Metrics",
        List.of(Map.of("Name", metric.name(), "Unit", metric.unit())));
  }
}
