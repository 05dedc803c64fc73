package dev.shorts.log;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * CloudWatch's embedded metric format: a line of the log says in {@code _aws} which of its fields
 * are metrics
 * (docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html).
 *
 * @param namespace empty where nobody takes metrics
 */
record EmbeddedMetrics(String namespace) {

  /** The fields that make {@code metrics} of a line. */
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

  /** In all, and by its dimensions. */
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
