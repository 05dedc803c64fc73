package dev.shorts.cleanup;

import dev.shorts.aws.TranscodeQueue;
import dev.shorts.export.ExportId;
import dev.shorts.log.Log;
import dev.shorts.log.Metric;
import java.util.Map;

/** Queues exports again that have lost their message or their worker. */
record Requeuer(TranscodeQueue queue) {

  /** Queues an export again; false if the queue did not take the message. */
  boolean send(ExportId export, Log log) {
    try {
      queue.send(export);
      log.info("queued again", Map.of("export_id", export), Metric.count("ExportsRequeued"));
      return true;
    } catch (TranscodeQueue.UnavailableException e) {
      log.with("export_id", export).error("not queued again", e);
      return false;
    }
  }
}
