package dev.shorts.cleanup;

import dev.shorts.aws.TranscodeQueue;
import dev.shorts.cleanup.DeadLetters.DeadLetter;
import dev.shorts.cleanup.ExportTable.Swept;
import dev.shorts.export.ExportId;
import dev.shorts.export.Limits;
import dev.shorts.log.Log;
import java.util.List;
import java.util.Map;

/** Finds exports that nobody works on any more, and has them made or failed. */
final class SweepExports {

  private static final int BATCH = 100;

  private final ExportTable exports;
  private final TranscodeQueue queue;
  private final QueueDepth waiting;
  private final DeadLetters deadLetters;

  SweepExports(
      ExportTable exports, TranscodeQueue queue, QueueDepth waiting, DeadLetters deadLetters) {
    this.exports = exports;
    this.queue = queue;
    this.waiting = waiting;
    this.deadLetters = deadLetters;
  }

  /** What one sweep did. */
  record Report(int requeued, int failed) {

    Map<String, Object> fields() {
      return Map.of("requeued", requeued, "failed", failed);
    }
  }

  /** Asked first, so that a database that sleeps is left asleep. */
  boolean anythingInTheQueues() {
    return waiting.messages() > 0 || deadLetters.messages() > 0;
  }

  Report sweep(TimeBudget time, Log log) {
    var letters = settleDeadLetters(time, log);
    // What is still in the queue explains why an export is pending.
    var lost = exports.sweep(Limits.MAX_PENDING, waiting.waitingMessages() == 0, BATCH);
    int requeued = letters.requeued();
    int failed = letters.failed();
    for (var swept : lost) {
      switch (swept) {
        case Swept.Requeue(var id) -> {
          send(id, log);
          requeued++;
        }
        case Swept.Failed(var id) -> {
          log.warn("given up", Map.of("export_id", id));
          failed++;
        }
      }
    }
    return new Report(requeued, failed);
  }

  private Report settleDeadLetters(TimeBudget time, Log log) {
    int requeued = 0;
    int failed = 0;
    List<DeadLetter> letters;
    do {
      letters = deadLetters.receive();
      for (var letter : letters) {
        var outcome = letter.export().map(exports::settle).orElse(Settled.NOTHING_TO_DO);
        log.info(
            "dead letter",
            Map.of(
                "export_id",
                letter.export().map(ExportId::toString).orElse("none"),
                "outcome",
                outcome));
        switch (outcome) {
          case REQUEUE -> {
            send(letter.export().orElseThrow(), log);
            requeued++;
          }
          case FAILED -> failed++;
          case HELD, NOTHING_TO_DO -> {}
        }
        deadLetters.delete(letter);
      }
    } while (!letters.isEmpty() && time.left());
    return new Report(requeued, failed);
  }

  private void send(ExportId export, Log log) {
    try {
      queue.send(export);
    } catch (TranscodeQueue.UnavailableException e) {
      // The row stays as it is: the next sweep finds it again.
      log.with("export_id", export).error("not queued again", e);
    }
  }
}
