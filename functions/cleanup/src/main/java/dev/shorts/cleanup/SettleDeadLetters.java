package dev.shorts.cleanup;

import dev.shorts.cleanup.DeadLetters.DeadLetter;
import dev.shorts.export.ExportId;
import dev.shorts.log.ExportFailedEvent;
import dev.shorts.log.Log;
import java.util.List;
import java.util.Map;

/** Empties the dead-letter queue: queues the export of each message again, or fails it. */
record SettleDeadLetters(CleanupRepository exports, DeadLetters letters, Requeuer requeuer) {

  SweepExports.Report settle(TimeBudget time, Log log) {
    var report = SweepExports.Report.NOTHING;
    boolean settled = true;
    List<DeadLetter> batch;
    do {
      batch = letters.receive();
      for (var letter : batch) {
        var result = settle(letter, log);
        settled &= result.settled();
        report = report.plus(result.report());
      }
    } while (!batch.isEmpty() && settled && time.hasTime());
    return report;
  }

  /** A LetterResult counts what was done; the message stays in the queue if it is not settled. */
  private record LetterResult(boolean settled, SweepExports.Report report) {}

  private LetterResult settle(DeadLetter letter, Log log) {
    var result =
        letter
            .export()
            .map(export -> settle(export, log.with("export_id", export)))
            .orElseGet(() -> foreign(log));
    if (result.settled()) {
      letters.delete(letter);
    }
    return result;
  }

  private LetterResult settle(ExportId export, Log log) {
    return switch (exports.settle(export)) {
      case DeadLetterOutcome.Requeue(var attempt) -> requeue(export, log.with("attempt", attempt));
      case DeadLetterOutcome.Held() -> requeue(export, log);
      case DeadLetterOutcome.Failed(var reason, var attempt) -> {
        var failure = new ExportFailedEvent(reason, "dead letter");
        log.with("attempt", attempt).warn("given up", failure.fields(), failure.metrics());
        yield new LetterResult(true, new SweepExports.Report(0, 1));
      }
      case DeadLetterOutcome.NothingToDo() -> {
        log.info("dead letter", Map.of("outcome", "NOTHING_TO_DO"));
        yield new LetterResult(true, SweepExports.Report.NOTHING);
      }
    };
  }

  private LetterResult requeue(ExportId export, Log log) {
    boolean sent = requeuer.send(export, log);
    return new LetterResult(sent, new SweepExports.Report(sent ? 1 : 0, 0));
  }

  private static LetterResult foreign(Log log) {
    log.warn("dead letter", Map.of("outcome", "NOT_OURS"));
    return new LetterResult(true, SweepExports.Report.NOTHING);
  }
}
