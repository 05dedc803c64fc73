package dev.shorts.log;

import java.util.Map;

/**
 * What a line says that tells of a failed export, whoever failed it.
 *
 * @param reason one of few
 * @param by the worker, a claim, the sweep or a dead letter
 */
public record ExportFailedEvent(String reason, String by) {

  /** As the database names it. */
  private static final String PAST_DEADLINE = "GAVE_UP_TIME";

  public Map<String, Object> fields() {
    return Map.of("outcome", "FAILED", "reason", reason, "by", by);
  }

  public Metric[] metrics() {
    var failed = Metric.count("ExportsFailed").by("Reason", reason);
    return reason.equals(PAST_DEADLINE)
        ? new Metric[] {failed, Metric.count("ExportsPastDeadline")}
        : new Metric[] {failed};
  }
}
