package dev.shorts.cleanup;

import dev.shorts.aws.TranscodeQueue;
import dev.shorts.cleanup.CleanupRepository.Swept;
import dev.shorts.log.ExportFailedEvent;
import dev.shorts.log.Log;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Finds exports that nobody works on any more, and has them made or failed. */
final class SweepExports {

  private static final int BATCH = 100;

  private final CleanupRepository exports;
  private final Requeuer requeue;
  private final QueueDepth waiting;
  private final DeadLetters deadLetters;
  private final Duration maxPending;

  /**
   * @param maxPending how long an export waits unclaimed before it is queued again
   */
  SweepExports(
      CleanupRepository exports,
      TranscodeQueue queue,
      QueueDepth waiting,
      DeadLetters deadLetters,
      Duration maxPending) {
    this.exports = exports;
    this.requeue = new Requeuer(queue);
    this.waiting = waiting;
    this.deadLetters = deadLetters;
    this.maxPending = maxPending;
  }

  /** What one sweep did. */
  record Report(int requeued, int failed) {

    static final Report NOTHING = new Report(0, 0);

    Report plus(Report more) {
      return new Report(requeued + more.requeued, failed + more.failed);
    }

    Map<String, Object> fields() {
      return Map.of("requeued", requeued, "failed", failed);
    }
  }

  /** Asked first, so that a database that sleeps is left asleep. */
  boolean anythingInTheQueues() {
    return waiting.messages() > 0 || deadLetters.messages() > 0;
  }

  Report sweep(TimeBudget time, Log log) {
    var report = new SettleDeadLetters(exports, deadLetters, requeue).settle(time, log);
    // What is still in the queue explains why an export is pending.
    boolean queueIsEmpty = waiting.waitingMessages() == 0;
    List<Swept> batch;
    do {
      batch = exports.sweep(maxPending, queueIsEmpty, BATCH);
      report = report.plus(settle(batch, time, log));
    } while (batch.size() == BATCH && time.left());
    return report;
  }

  private Report settle(List<Swept> batch, TimeBudget time, Log log) {
    int requeued = 0;
    int failed = 0;
    boolean queueAnswers = true;
    for (var swept : batch) {
      switch (swept) {
        case Swept.Requeue(var id, var attempt) -> {
          // A queue that is down takes seconds to say so, a hundred times in a batch. One that is
          // not sent is found again by the sweep after maxPending.
          boolean sent =
              (queueAnswers || time.left()) && requeue.send(id, log.with("attempt", attempt));
          queueAnswers &= sent;
          requeued += sent ? 1 : 0;
        }
        case Swept.Failed(var id, var reason, var attempt) -> {
          var failure = new ExportFailedEvent(reason, "sweep");
          log.with("export_id", id)
              .with("attempt", attempt)
              .warn("given up", failure.fields(), failure.metrics());
          failed++;
        }
      }
    }
    return new Report(requeued, failed);
  }
}
