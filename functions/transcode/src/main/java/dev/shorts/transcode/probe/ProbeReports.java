package dev.shorts.transcode.probe;

import dev.shorts.transcode.ffmpeg.ProbeResult;
import dev.shorts.transcode.problem.FfmpegErrors;
import dev.shorts.transcode.problem.SourceException;
import dev.shorts.transcode.problem.SourceProblem;
import dev.shorts.transcode.source.RangeServer;
import dev.shorts.transcode.source.ScrambledTs;

/** Unwraps ffprobe's result, and maps failures to a {@link SourceException}. */
public final class ProbeReports {

  private ProbeReports() {}

  /**
   * Returns the content of a report.
   *
   * @param step of the job, for the log
   * @throws SourceException if ffprobe found none, with the problem that its error output shows
   */
  public static <T> T content(
      String step, RangeServer source, ProbeResult<T> report, SourceProblem ifUnreadable) {
    source.throwReadError();
    return switch (report) {
      case ProbeResult.Found<T>(var content) -> content;
      case ProbeResult.TimedOut<T>(var limit) -> {
        source.throwLastRetryError();
        throw new SourceException(SourceProblem.TOO_SLOW, step, limit.toString());
      }
      case ProbeResult.Unreadable<T>(var errors) ->
          throw new SourceException(
              FfmpegErrors.ofProbe(errors, ifUnreadable), step, errors.toString());
    };
  }

  /**
   * Returns the exception for a refused source. An encrypted MPEG-TS looks damaged to FFmpeg, so
   * that is checked here.
   */
  public static SourceException refused(RangeServer source, SourceProblem problem, String details) {
    boolean encrypted = problem == SourceProblem.DAMAGED && ScrambledTs.detect(source.address());
    return new SourceException(encrypted ? SourceProblem.ENCRYPTED : problem, "plan", details);
  }
}
