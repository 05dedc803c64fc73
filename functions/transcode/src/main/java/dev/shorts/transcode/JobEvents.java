package dev.shorts.transcode;

import dev.shorts.log.ExportFailedEvent;
import dev.shorts.log.Log;
import dev.shorts.log.Metric;
import dev.shorts.transcode.job.FinishedShort;
import dev.shorts.transcode.job.Job;
import dev.shorts.transcode.problem.SourceException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a job says in the log of its beginning and its end, with what is counted of it. */
final class JobEvents {

  private JobEvents() {}

  /** What came after a try that failed is no waiting for a worker. */
  static void claimed(Job job, Log log) {
    var first = Metric.seconds("TimeInQueue", job.queuedFor());
    log.info(
        "claimed",
        Map.of("queued_for_s", job.queuedFor()),
        job.attempt() == 1 ? new Metric[] {first} : new Metric[0]);
  }

  /**
   * @param laps from the claim to the delivery, which was the last
   */
  static MessageOutcome completed(FinishedShort made, StepTimer laps, Log log) {
    laps.end("finish");
    var fields = new LinkedHashMap<String, Object>();
    fields.put("outcome", MessageOutcome.COMPLETED);
    fields.put("details", made);
    fields.putAll(laps.fields());
    log.info(
        "ended",
        fields,
        Metric.count("ExportsCompleted"),
        Metric.seconds("TimeToTranscode", laps.seconds()));
    return MessageOutcome.COMPLETED;
  }

  /** The form of a storage path that is no key is counted: only the operator can correct it. */
  static void refused(SourceException e, Log log) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("problem", e.problem());
    fields.put("details", e.getMessage());
    e.form().ifPresent(form -> fields.put("form", form));
    var metrics =
        e.form().stream()
            .map(form -> Metric.count("StoragePathsNotKeys").by("Form", form.name()))
            .toArray(Metric[]::new);
    log.warn("source refused", fields, metrics);
  }

  static MessageOutcome failed(ExportFailedEvent failure, Log log) {
    log.warn("ended", failure.fields(), failure.metrics());
    return MessageOutcome.FAILED;
  }

  static MessageOutcome ended(MessageOutcome outcome, String details, Log log) {
    log.info("ended", Map.of("outcome", outcome, "details", details));
    return outcome;
  }
}
