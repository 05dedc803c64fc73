package dev.shorts.cleanup;

import dev.shorts.aws.TranscodeQueue;
import dev.shorts.cleanup.CleanupRepository.SweepOutcome;
import dev.shorts.log.ExportFailedEvent;
import dev.shorts.log.Log;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Finds exports that have lost their worker or message, and queues them again or fails them. */
final class SweepExports {

  private static final int BATCH = 100;

  private final CleanupRepository exports;
  private final Requeuer requeuer;
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
    this.requeuer = new Requeuer(queue);
    this.waiting = waiting;
    this.deadLetters = deadLetters;
    this.maxPending = maxPending;
  }

  /** A Report counts what a sweep has done. */
  record Report(int requeued, int failed) {

    static final Report NOTHING = new Report(0, 0);

    Report plus(Report more) {
      return new Report(requeued + more.requeued, failed + more.failed);
    }

    Map<String, Object> fields() {
      return Map.of("requeued", requeued, "failed", failed);
    }
  }

  /** Returns whether there is anything to sweep, without waking a paused database. */
  boolean hasMessages() {
    return waiting.messages() > 0 || deadLetters.messages() > 0;
  }

  Report sweep(TimeBudget time, Log log) {
    var report = new SettleDeadLetters(exports, deadLetters, requeuer).settle(time, log);
    // While messages wait, a pending export may just be waiting for its message.
    boolean queueIsEmpty = waiting.waitingMessages() == 0;
    List<SweepOutcome> batch;
    do {
      batch = exports.sweep(maxPending, queueIsEmpty, BATCH);
      report = report.plus(settle(batch, time, log));
    } while (batch.size() == BATCH && time.hasTime());
    return report;
  }

  private Report settle(List<SweepOutcome> batch, TimeBudget time, Log log) {
    int requeued = 0;
    int failed = 0;
    boolean queueAnswers = true;
    for (var swept : batch) {
      switch (swept) {
        case SweepOutcome.Requeue(var id, var attempt) -> {
          // A queue that is down takes seconds per call. An export that is not queued is found
          // again by a sweep after maxPending.
          boolean sent =
              (queueAnswers || time.hasTime()) && requeuer.send(id, log.with("attempt", attempt));
          queueAnswers &= sent;
          requeued += sent ? 1 : 0;
        }
        case SweepOutcome.Failed(var id, var reason, var attempt) -> {
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
