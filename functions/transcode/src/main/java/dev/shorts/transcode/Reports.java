package dev.shorts.transcode;

import dev.shorts.transcode.ffmpeg.Report;
import dev.shorts.transcode.source.RangeServer;
import dev.shorts.transcode.source.SourceException;
import dev.shorts.transcode.source.SourceProblem;

/** Takes what ffprobe found in a source out of its report. */
final class Reports {

  private Reports() {}

  /**
   * @param step for the log
   * @throws SourceException if nothing was found, for the reason that ffprobe's words show
   */
  static <T> T content(
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
