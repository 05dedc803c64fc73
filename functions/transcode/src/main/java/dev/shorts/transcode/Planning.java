package dev.shorts.transcode;

import dev.shorts.transcode.ffmpeg.Ffprobe;
import dev.shorts.transcode.ffmpeg.Report;
import dev.shorts.transcode.plan.Decision;
import dev.shorts.transcode.plan.Plan;
import dev.shorts.transcode.plan.Probe;
import dev.shorts.transcode.plan.Timing;
import dev.shorts.transcode.source.RangeServer;
import dev.shorts.transcode.source.Scrambling;
import dev.shorts.transcode.source.SourceException;
import dev.shorts.transcode.source.SourceProblem;
import java.util.Optional;

/** From a source to a plan. */
record Planning(Ffprobe ffprobe, Deadline deadline) {

  /**
   * @throws SourceException if there can't be one
   */
  Plan plan(RangeServer source, Job job) throws InterruptedException {
    var report = ffprobe.probe(source.address(), deadline.left());
    var probe = content("probe", source, report, SourceProblem.NOT_A_VIDEO);
    var timing = timing(source, probe, job);
    return switch (Decision.of(probe, timing, job.scene(), job.strategy(), job.quality())) {
      case Decision.Feasible(var plan) -> plan;
      case Decision.Refused(var problem) ->
          throw new SourceException(
              problem == SourceProblem.DAMAGED && Scrambling.hides(source.address())
                  ? SourceProblem.ENCRYPTED
                  : problem,
              "plan",
              probe.toString());
    };
  }

  /** When the pictures are shown, where the probe alone doesn't tell. */
  private Optional<Timing> timing(RangeServer source, Probe probe, Job job)
      throws InterruptedException {
    var stream = Decision.needsTimingOf(probe);
    if (stream.isEmpty()) {
      return Optional.empty();
    }
    var report =
        ffprobe.timing(source.address(), probe, stream.get(), job.scene(), deadline.left());
    return Optional.of(content("timing", source, report, SourceProblem.DAMAGED));
  }

  private static <T> T content(
      String step, RangeServer source, Report<T> report, SourceProblem ifUnreadable) {
    source.throwFailure();
    return switch (report) {
      case Report.Found<T>(var content) -> content;
      case Report.TimedOut<T>(var limit) -> {
        source.throwTrouble();
        throw new SourceException(SourceProblem.TOO_SLOW, step, limit.toString());
      }
      case Report.Unreadable<T>(var words) ->
          throw new SourceException(Symptoms.ofProbe(words, ifUnreadable), step, words.toString());
    };
  }
}
