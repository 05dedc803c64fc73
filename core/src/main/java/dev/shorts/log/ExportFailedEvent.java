package dev.shorts.log;

import java.util.Map;

/**
 * An ExportFailedEvent is the part of a log line that every failed export has.
 *
 * @param reason one of a fixed set of names
 * @param by which step failed it: {@code worker}, {@code claim}, {@code sweep} or {@code dead
 *     letter}
 */
public record ExportFailedEvent(String reason, String by) {

  /** The outcome's name in the database. */
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
