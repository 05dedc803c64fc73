package dev.shorts.cleanup;

import dev.shorts.aws.TranscodeQueue;
import dev.shorts.cleanup.DeadLetters.DeadLetter;
import dev.shorts.cleanup.ExportTable.Swept;
import dev.shorts.export.ExportId;
import dev.shorts.log.Log;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Finds exports that nobody works on any more, and has them made or failed. */
final class SweepExports {

  private static final int BATCH = 100;

  private final ExportTable exports;
  private final TranscodeQueue queue;
  private final QueueDepth waiting;
  private final DeadLetters deadLetters;
  private final Duration maxPending;

  /**
   * @param maxPending how long an export waits unclaimed before it is queued again
   */
  SweepExports(
      ExportTable exports,
      TranscodeQueue queue,
      QueueDepth waiting,
      DeadLetters deadLetters,
      Duration maxPending) {
    this.exports = exports;
    this.queue = queue;
    this.waiting = waiting;
    this.deadLetters = deadLetters;
    this.maxPending = maxPending;
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
    boolean queueIsEmpty = waiting.waitingMessages() == 0;
    int requeued = letters.requeued();
    int failed = letters.failed();
    boolean queueAnswers = true;
    List<Swept> batch;
    do {
      batch = exports.sweep(maxPending, queueIsEmpty, BATCH);
      for (var swept : batch) {
        switch (swept) {
          // One that is not sent is found again by the sweep after maxPending.
          case Swept.Requeue(var id) -> {
            // A queue that is down takes seconds to say so, a hundred times in a batch.
            boolean sent = (queueAnswers || time.left()) && send(id, log);
            queueAnswers &= sent;
            requeued += sent ? 1 : 0;
          }
          case Swept.Failed(var id) -> {
            log.warn("given up", Map.of("export_id", id));
            failed++;
          }
        }
      }
    } while (batch.size() == BATCH && time.left());
    return new Report(requeued, failed);
  }

  private Report settleDeadLetters(TimeBudget time, Log log) {
    int requeued = 0;
    int failed = 0;
    boolean sent = true;
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
        boolean done =
            switch (outcome) {
              case REQUEUE, HELD -> send(letter.export().orElseThrow(), log);
              case FAILED, NOTHING_TO_DO -> true;
            };
        if (done) {
          deadLetters.delete(letter);
          requeued += outcome == Settled.REQUEUE || outcome == Settled.HELD ? 1 : 0;
          failed += outcome == Settled.FAILED ? 1 : 0;
        }
        sent &= done;
      }
    } while (!letters.isEmpty() && sent && time.left());
    return new Report(requeued, failed);
  }

  /** False if the queue did not take it. */
  private boolean send(ExportId export, Log log) {
    try {
      queue.send(export);
      return true;
    } catch (TranscodeQueue.UnavailableException e) {
      log.with("export_id", export).error("not queued again", e);
      return false;
    }
  }
}
