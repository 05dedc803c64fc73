package dev.shorts.transcode;

import dev.shorts.transcode.encode.Encoder;
import dev.shorts.transcode.encode.Encoder.Encoded;
import dev.shorts.transcode.encode.Encoder.LateStart;
import dev.shorts.transcode.job.Job;
import dev.shorts.transcode.plan.Plan;
import dev.shorts.transcode.plan.Planner;
import dev.shorts.transcode.plan.Planner.Probed;
import dev.shorts.transcode.problem.SourceException;
import dev.shorts.transcode.problem.SourceProblem;
import dev.shorts.transcode.search.FrameListing;
import dev.shorts.transcode.search.ReadingBudget;
import dev.shorts.transcode.search.RunUp;
import dev.shorts.transcode.source.RangeServer;
import java.nio.file.Path;
import java.util.function.IntConsumer;

/**
 * Plans a short and encodes it; once more from farther back if FFmpeg began to read too late, and
 * once more from decoded frames if those that it shows are others than the packets told.
 */
record ShortMaker(Planner planning, Encoder encoding, StepTimer laps) {

  /**
   * @param onPercent told how much of the short there is
   * @return the plan that was carried out
   * @throws SourceException if no short can be made of the source
   */
  Plan make(RangeServer source, Job job, Path file, IntConsumer onPercent)
      throws InterruptedException {
    var probed = planning.probe(source);
    var encoded = make(source, probed, job, FrameListing.PACKETS, file, onPercent);
    if (encoded instanceof Encoded.Different) {
      encoded = make(source, probed, job, FrameListing.DECODED, file, onPercent);
    }
    return switch (encoded) {
      case Encoded.Done(var done) -> done;
      case Encoded.Different(var details) ->
          throw new SourceException(SourceProblem.NOT_PROVED, "encode", details);
      case Encoded.BeginsLate() -> throw new IllegalStateException("it was to be held");
    };
  }

  private Encoded make(
      RangeServer source,
      Probed probed,
      Job job,
      FrameListing listing,
      Path file,
      IntConsumer onPercent)
      throws InterruptedException {
    var budget = new ReadingBudget(job.scene().seconds());
    var runUps = RunUp.of(probed.probe());
    while (true) {
      var planned = planning.plan(source, probed, job, listing, runUps, budget);
      laps.add("probe");
      runUps = planned.farther();
      boolean mayReadAgain =
          !runUps.isEmpty() && budget.spend(before(runUps.getFirst(), job), source.bytesRead());
      var lateStart = mayReadAgain ? LateStart.READ_AGAIN : LateStart.HOLD_FIRST;
      var encoded = encoding.encode(source, planned.plan(), file, lateStart, onPercent);
      laps.add("encode");
      if (!(encoded instanceof Encoded.BeginsLate)) {
        return encoded;
      }
    }
  }

  private static double before(RunUp runUp, Job job) {
    return Math.min(runUp.seconds(), Math.max(0, job.scene().start().doubleValue()));
  }
}
