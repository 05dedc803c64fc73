package dev.shorts.cleanup;

import dev.shorts.cleanup.DeadLetters.DeadLetter;
import dev.shorts.export.ExportId;
import dev.shorts.log.ExportFailedEvent;
import dev.shorts.log.Log;
import java.util.List;
import java.util.Map;

/** Empties the dead-letter queue, each letter by what its export still needs. */
record SettleDeadLetters(CleanupRepository exports, DeadLetters letters, Requeuer requeue) {

  SweepExports.Report settle(TimeBudget time, Log log) {
    var report = SweepExports.Report.NOTHING;
    boolean settled = true;
    List<DeadLetter> batch;
    do {
      batch = letters.receive();
      for (var letter : batch) {
        var one = settle(letter, log);
        settled &= one.settled();
        report = report.plus(one.report());
      }
    } while (!batch.isEmpty() && settled && time.left());
    return report;
  }

  /** What became of one, which stays in the queue if it is not settled. */
  private record One(boolean settled, SweepExports.Report report) {}

  private One settle(DeadLetter letter, Log log) {
    var one =
        letter
            .export()
            .map(export -> settle(export, log.with("export_id", export)))
            .orElseGet(() -> foreign(log));
    if (one.settled()) {
      letters.delete(letter);
    }
    return one;
  }

  private One settle(ExportId export, Log log) {
    return switch (exports.settle(export)) {
      case DeadLetterOutcome.Requeue(var attempt) -> requeue(export, log.with("attempt", attempt));
      case DeadLetterOutcome.Held() -> requeue(export, log);
      case DeadLetterOutcome.Failed(var reason, var attempt) -> {
        var failure = new ExportFailedEvent(reason, "dead letter");
        log.with("attempt", attempt).warn("given up", failure.fields(), failure.metrics());
        yield new One(true, new SweepExports.Report(0, 1));
      }
      case DeadLetterOutcome.NothingToDo() -> {
        log.info("dead letter", Map.of("outcome", "NOTHING_TO_DO"));
        yield new One(true, SweepExports.Report.NOTHING);
      }
    };
  }

  private One requeue(ExportId export, Log log) {
    boolean sent = requeue.send(export, log);
    return new One(sent, new SweepExports.Report(sent ? 1 : 0, 0));
  }

  private static One foreign(Log log) {
    log.warn("dead letter", Map.of("outcome", "NOT_OURS"));
    return new One(true, SweepExports.Report.NOTHING);
  }
}
