package dev.shorts.transcode;

import dev.shorts.log.Log;
import dev.shorts.transcode.ffmpeg.Binaries;
import dev.shorts.transcode.ffmpeg.Ffmpeg.Result;
import dev.shorts.transcode.ffmpeg.FfmpegCommand;
import dev.shorts.transcode.ffmpeg.Report;
import dev.shorts.transcode.plan.Decision;
import dev.shorts.transcode.plan.Fields;
import dev.shorts.transcode.plan.Plan;
import dev.shorts.transcode.plan.Probe;
import dev.shorts.transcode.plan.Timing;
import dev.shorts.transcode.proof.Finished;
import dev.shorts.transcode.proof.FinishedReader;
import dev.shorts.transcode.proof.Line;
import dev.shorts.transcode.source.RangeServer;
import dev.shorts.transcode.source.SourceException;
import dev.shorts.transcode.source.SourceProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * The steps from a source to a proved file, each with its name. What the source is at fault for
 * ends as a {@link SourceException}, what we are at fault for as any other.
 *
 * @param stopAt when the function has to be done with FFmpeg
 */
record Steps(Binaries binaries, int cores, Instant stopAt, InstantSource clock, Log log) {

  Probe probe(RangeServer source) throws InterruptedException {
    var report = binaries.ffprobe().probe(source.address(), timeLeft());
    return content("probe", source, report, SourceProblem.NOT_A_VIDEO);
  }

  Plan plan(RangeServer source, Probe probe, Job job) throws InterruptedException {
    var timing = timing(source, probe, job);
    return switch (Decision.of(probe, timing, job.scene(), job.strategy(), job.quality())) {
      case Decision.Feasible(var plan) -> plan;
      case Decision.Refused(var problem) -> throw new SourceException(problem, "plan", "");
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
        binaries.ffprobe().timing(source.address(), probe, stream.get(), job.scene(), timeLeft());
    return Optional.of(content("timing", source, report, SourceProblem.DAMAGED));
  }

  /**
   * @param onPercent told how much of the short there is
   */
  void encode(RangeServer source, Plan plan, Path output, IntConsumer onPercent)
      throws InterruptedException {
    var start = clock.instant();
    var command = new FfmpegCommand(source.address(), plan, cores, output);
    var result =
        binaries
            .ffmpeg()
            .run(command, timeLeft(), frame -> onPercent.accept(percent(frame, plan.frames())));
    source.throwFailure();
    switch (result) {
      case Result.Encoded() -> logEncoded(plan, Duration.between(start, clock.instant()), source);
      case Result.TimedOut(var limit) ->
          throw new SourceException(SourceProblem.TOO_SLOW, "encode", limit.toString());
      case Result.SourceFailed(int code, var lines) ->
          throw new SourceException(SourceProblem.DAMAGED, "encode", said(code, lines));
      case Result.MachineFailed(int code, var lines) ->
          throw new IllegalStateException("encode: " + said(code, lines));
    }
  }

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
      return switch (binaries.ffprobe().examine(file, timeLeft())) {
        case Report.Found<Fields>(var report) -> FinishedReader.read(report, file);
        case Report.TimedOut<Fields>(var limit) ->
            throw new SourceException(SourceProblem.TOO_SLOW, "prove", limit.toString());
        case Report.Unreadable<Fields>(int code, var lines) ->
            throw new SourceException(SourceProblem.DAMAGED, "prove", said(code, lines));
      };
    } catch (IllegalArgumentException e) {
      throw new SourceException(SourceProblem.NOT_PROVED, "prove", e.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T content(
      String step, RangeServer source, Report<T> report, SourceProblem ifUnreadable) {
    source.throwFailure();
    return switch (report) {
      case Report.Found<T>(var content) -> content;
      case Report.TimedOut<T>(var limit) ->
          throw new SourceException(SourceProblem.TOO_SLOW, step, limit.toString());
      case Report.Unreadable<T>(int code, var lines) ->
          throw new SourceException(ifUnreadable, step, said(code, lines));
    };
  }

  private Duration timeLeft() {
    var left = Duration.between(clock.instant(), stopAt);
    return left.isNegative() ? Duration.ZERO : left;
  }

  private void logEncoded(Plan plan, Duration took, RangeServer source) {
    double seconds = Math.max(0.001, took.toMillis() / 1000.0);
    log.info(
        "encoded",
        Map.of(
            "frames", plan.frames(),
            "rate", plan.rate(),
            "encode_s", seconds,
            "encode_speed", plan.seconds() / seconds,
            "bytes_read", source.bytesRead()));
  }

  private static int percent(int frame, int frames) {
    return Math.clamp(100L * frame / frames, 0, 100);
  }

  private static String said(int exitCode, List<String> lastLines) {
    return "exit %d: %s".formatted(exitCode, String.join(" | ", lastLines));
  }
}
