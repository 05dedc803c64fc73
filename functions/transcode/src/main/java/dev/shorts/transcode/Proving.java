package dev.shorts.transcode;

import dev.shorts.transcode.ffmpeg.Ffprobe;
import dev.shorts.transcode.ffmpeg.Report;
import dev.shorts.transcode.plan.Fields;
import dev.shorts.transcode.plan.Plan;
import dev.shorts.transcode.proof.Finished;
import dev.shorts.transcode.proof.FinishedReader;
import dev.shorts.transcode.proof.Line;
import dev.shorts.transcode.source.SourceException;
import dev.shorts.transcode.source.SourceProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** From a file to a short that may be delivered. */
record Proving(Ffprobe ffprobe, Deadline deadline) {

  /**
   * @throws SourceException if the file misses a line of the contract
   */
  Finished prove(Path file, Plan plan) throws InterruptedException {
    var finished = examine(file);
    var missed = Line.missedBy(finished, plan);
    if (missed.isEmpty()) {
      return finished;
    }
    // FFmpeg steps over damage; what it could not step over is missing here.
    boolean incomplete = missed.contains(Line.FRAMES) || missed.contains(Line.STREAMS);
    var problem = incomplete ? SourceProblem.DAMAGED : SourceProblem.NOT_PROVED;
    throw new SourceException(problem, "prove", missed + " of " + finished);
  }

  private Finished examine(Path file) throws InterruptedException {
    try {
      return switch (ffprobe.examine(file, deadline.left())) {
        case Report.Found<Fields>(var report) -> FinishedReader.read(report, file);
        case Report.TimedOut<Fields>(var limit) ->
            throw new SourceException(SourceProblem.TOO_SLOW, "prove", limit.toString());
        case Report.Unreadable<Fields>(var words) ->
            throw new SourceException(SourceProblem.DAMAGED, "prove", words.toString());
      };
    } catch (IllegalArgumentException e) {
      throw new SourceException(SourceProblem.NOT_PROVED, "prove", e.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
