package dev.shorts.transcode;

import dev.shorts.log.ExportFailedEvent;
import dev.shorts.log.Log;
import dev.shorts.log.Metric;
import dev.shorts.transcode.job.FinishedShort;
import dev.shorts.transcode.job.Job;
import dev.shorts.transcode.problem.SourceException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes the log events and metrics of one attempt at a job. */
final class JobEvents {

  private JobEvents() {}

  /** Only the first attempt reports queue time: a retry waited for the sweep, not for a worker. */
  static void claimed(Job job, Log log) {
    var first = Metric.seconds("TimeInQueue", job.queuedFor());
    log.info(
        "claimed",
        Map.of("queued_for_s", job.queuedFor()),
        job.attempt() == 1 ? new Metric[] {first} : new Metric[0]);
  }

  /**
   * @param attempt whose last step, the delivery, ends with this call
   */
  static MessageOutcome completed(FinishedShort finished, Attempt attempt) {
    var timer = attempt.timer();
    timer.end("finish");
    var fields = new LinkedHashMap<String, Object>();
    fields.put("outcome", MessageOutcome.COMPLETED);
    fields.put("details", finished);
    fields.putAll(timer.fields());
    attempt
        .log()
        .info(
            "ended",
            fields,
            Metric.count("ExportsCompleted"),
            Metric.seconds("TimeToTranscode", timer.seconds()));
    return MessageOutcome.COMPLETED;
  }

  /** Counts storage paths that are no key by their form: only the operator can correct those. */
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
