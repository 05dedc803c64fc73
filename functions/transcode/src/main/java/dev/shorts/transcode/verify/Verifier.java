package dev.shorts.transcode.verify;

import dev.shorts.transcode.ffmpeg.Ffprobe;
import dev.shorts.transcode.ffmpeg.ProbeJson;
import dev.shorts.transcode.ffmpeg.ProbeResult;
import dev.shorts.transcode.job.Deadline;
import dev.shorts.transcode.plan.Plan;
import dev.shorts.transcode.problem.SourceException;
import dev.shorts.transcode.problem.SourceProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Verifies that an encoded file meets the contract. */
public record Verifier(Ffprobe ffprobe) {

  /**
   * Verifies a file against its plan.
   *
   * @throws SourceException if the file fails a check
   */
  public ShortProperties verify(Path file, Plan plan, Deadline deadline)
      throws InterruptedException {
    var finished = read(file, deadline);
    var missed = ContractCheck.missedBy(finished, plan);
    if (missed.isEmpty()) {
      return finished;
    }
    // FFmpeg skips damaged parts of a source; missing frames or streams mean that it skipped too
    // much.
    boolean incomplete =
        missed.contains(ContractCheck.FRAMES) || missed.contains(ContractCheck.STREAMS);
    var problem = incomplete ? SourceProblem.DAMAGED : SourceProblem.NOT_PROVED;
    throw new SourceException(problem, "prove", missed + " of " + finished);
  }

  private ShortProperties read(Path file, Deadline deadline) throws InterruptedException {
    try {
      return switch (ffprobe.report(file, ShortPropertiesReader.OPTIONS, deadline.left())) {
        case ProbeResult.Found<ProbeJson>(var report) -> ShortPropertiesReader.read(report, file);
        case ProbeResult.TimedOut<ProbeJson>(var limit) ->
            throw new SourceException(SourceProblem.TOO_SLOW, "prove", limit.toString());
        case ProbeResult.Unreadable<ProbeJson>(var errors) ->
            throw new SourceException(SourceProblem.DAMAGED, "prove", errors.toString());
      };
    } catch (IllegalArgumentException e) {
      throw new SourceException(SourceProblem.NOT_PROVED, "prove", e.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
