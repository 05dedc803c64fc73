package dev.shorts.transcode;

import dev.shorts.transcode.Encoding.Encoded;
import dev.shorts.transcode.Encoding.LateStart;
import dev.shorts.transcode.plan.Plan;
import dev.shorts.transcode.source.RangeServer;
import java.nio.file.Path;
import java.util.function.IntConsumer;

/** Plans a short and encodes it, once more from farther back if FFmpeg began to read too late. */
record ShortMaker(Planning planning, Encoding encoding, Laps laps) {

  /**
   * @param onPercent told how much of the short there is
   * @return the plan that was carried out
   */
  Plan make(RangeServer source, Job job, Path file, IntConsumer onPercent)
      throws InterruptedException {
    var budget = new ReadingBudget(job.scene().seconds());
    var probed = planning.probe(source);
    var planned = planning.plan(source, probed, job, RunUp.of(probed.probe()), budget);
    laps.end("probe");
    while (true) {
      boolean mayReadAgain =
          !planned.farther().isEmpty()
              && budget.spend(before(planned.farther().getFirst(), job), source.bytesRead());
      var lateStart = mayReadAgain ? LateStart.READ_AGAIN : LateStart.HOLD_FIRST;
      if (encoding.encode(source, planned.plan(), file, lateStart, onPercent)
          instanceof Encoded.Done(var done)) {
        laps.end("encode");
        return done;
      }
      planned = planning.plan(source, probed, job, planned.farther(), budget);
    }
  }

  private static double before(RunUp runUp, Job job) {
    return Math.min(runUp.seconds(), Math.max(0, job.scene().start().doubleValue()));
  }
}
