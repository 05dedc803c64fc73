package dev.shorts.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the metrics of a log line as CloudWatch does, if the line is valid embedded metric format.
 */
final class MetricsOfALine {

  private static final List<String> UNITS = List.of("Count", "Seconds", "Bytes", "None");

  private MetricsOfALine() {}

  static List<String> of(Map<String, Object> line) {
    if (!line.containsKey("_aws")) {
      return List.of();
    }
    var directives = map(line.get("_aws"));
    assertThat(directives).containsOnlyKeys("Timestamp", "CloudWatchMetrics");
    assertThat(directives.get("Timestamp")).as("milliseconds").isEqualTo(1_767_268_800_000L);
    return list(directives.get("CloudWatchMetrics")).stream()
        .flatMap(directive -> of(line, map(directive)))
        .toList();
  }

  private static Stream<String> of(Map<String, Object> line, Map<String, Object> directive) {
    assertThat(directive).containsOnlyKeys("Namespace", "Dimensions", "Metrics");
    assertThat(directive.get("Namespace")).isEqualTo(LogLines.NAMESPACE);
    var sets = list(directive.get("Dimensions"));
    assertThat(sets.getFirst()).as("in all").isEqualTo(List.of());
    var dimensions =
        sets.stream()
            .flatMap(set -> list(set).stream())
            .map(name -> " by %s=%s".formatted(name, text(line.get(name))))
            .collect(Collectors.joining());
    return list(directive.get("Metrics")).stream().map(metric -> of(line, map(metric), dimensions));
  }

  private static String of(
      Map<String, Object> line, Map<String, Object> metric, String dimensions) {
    assertThat(metric).containsOnlyKeys("Name", "Unit");
    assertThat(UNITS).contains((String) metric.get("Unit"));
    var value = line.get(metric.get("Name"));
    assertThat(value).as("%s", metric).isInstanceOf(Number.class);
    return "%s %s %s%s".formatted(metric.get("Name"), value, metric.get("Unit"), dimensions);
  }

  private static String text(Object value) {
    assertThat(value).isInstanceOf(String.class);
    return (String) value;
  }

  private static List<?> list(Object value) {
    assertThat(value).isInstanceOf(List.class);
    return (List<?>) value;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    assertThat(value).isInstanceOf(Map.class);
    return (Map<String, Object>) value;
  }
}
