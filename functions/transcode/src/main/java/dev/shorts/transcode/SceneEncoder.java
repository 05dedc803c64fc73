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

/**
 * Plans and encodes a scene. It reads again from farther back if FFmpeg started decoding too late,
 * and lists the frames again by decoding if the encoded ones differ from those that the packets
 * announced.
 */
record SceneEncoder(Planner planner, Encoder encoder) {

  /**
   * Encodes the scene of a job into {@code file}.
   *
   * @return the executed plan
   * @throws SourceException if no short can be made of the source
   */
  Plan encode(RangeServer source, Attempt attempt, Path file) throws InterruptedException {
    var probed = planner.probe(source, attempt.deadline());
    var encoded = encode(probed, attempt, FrameListing.PACKETS, file);
    if (encoded instanceof Encoded.Different) {
      encoded = encode(probed, attempt, FrameListing.DECODED, file);
    }
    return switch (encoded) {
      case Encoded.Done(var done) -> done;
      case Encoded.Different(var details) ->
          throw new SourceException(SourceProblem.NOT_PROVED, "encode", details);
      case Encoded.BeginsLate() ->
          throw new IllegalStateException("the last encode holds its first frame");
    };
  }

  private Encoded encode(Probed probed, Attempt attempt, FrameListing listing, Path file)
      throws InterruptedException {
    var job = attempt.job();
    var source = probed.source();
    var context = new Encoder.Context(attempt.deadline(), attempt.lease()::progress, attempt.log());
    var budget = new ReadingBudget(job.scene().seconds());
    var runUps = RunUp.of(probed.probe());
    while (true) {
      var planned = planner.plan(probed, job, listing, runUps, budget, attempt.deadline());
      attempt.timer().add("probe");
      runUps = planned.farther();
      boolean mayReadAgain =
          !runUps.isEmpty() && budget.spend(before(runUps.getFirst(), job), source.bytesRead());
      var lateStart = mayReadAgain ? LateStart.READ_AGAIN : LateStart.HOLD_FIRST;
      var encoded = encoder.encode(source, planned.plan(), file, lateStart, context);
      attempt.timer().add("encode");
      if (!(encoded instanceof Encoded.BeginsLate)) {
        return encoded;
      }
    }
  }

  private static double before(RunUp runUp, Job job) {
    return Math.min(runUp.seconds(), Math.max(0, job.scene().start().doubleValue()));
  }
}
