package dev.shorts.transcode.encode;

import dev.shorts.log.Log;
import dev.shorts.log.Metric;
import dev.shorts.transcode.ffmpeg.Ffmpeg;
import dev.shorts.transcode.ffmpeg.Ffmpeg.Result;
import dev.shorts.transcode.frames.FrameCheck;
import dev.shorts.transcode.frames.FrameCheck.LoggedFrame;
import dev.shorts.transcode.job.Deadline;
import dev.shorts.transcode.plan.CpuBudget;
import dev.shorts.transcode.plan.EncoderPreset;
import dev.shorts.transcode.plan.Plan;
import dev.shorts.transcode.plan.PlanResult;
import dev.shorts.transcode.problem.FfmpegErrors;
import dev.shorts.transcode.problem.SourceException;
import dev.shorts.transcode.problem.SourceProblem;
import dev.shorts.transcode.source.RangeServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/** Encodes a short by a plan, and checks that the encoded frames are those of the plan. */
public record Encoder(Ffmpeg ffmpeg, CpuBudget cpu) {

  private static final String SOME_HELD =
      "Some frames of this scene are damaged: the one before is shown in their place.";

  /**
   * Holds what an encode needs of its attempt.
   *
   * @param onPercent called on another thread with the finished part of the short, 0 to 100
   */
  public record Context(Deadline deadline, IntConsumer onPercent, Log log) {}

  /** Result of an encode. */
  public sealed interface Encoded {
    /**
     * @param plan the executed plan: without audio if the source's audio is damaged
     */
    record Done(Plan plan) implements Encoded {}

    /** FFmpeg started decoding too late, so the file's first frame is not the planned one. */
    record BeginsLate() implements Encoded {}

    /**
     * The file shows other source frames than planned.
     *
     * @param details for the log
     */
    record Different(String details) implements Encoded {}
  }

  /** Policy for an encode whose first frame comes too late. */
  public enum LateStart {
    READ_AGAIN,
    /** Reading from farther back does not help: the first decodable frame is held. */
    HOLD_FIRST
  }

  /**
   * Encodes a short.
   *
   * @param lateStart policy for a first frame that comes too late
   * @throws SourceException if FFmpeg writes no file, or if over a tenth of the frames are missing
   */
  public Encoded encode(
      RangeServer source, Plan plan, Path output, LateStart lateStart, Context context)
      throws InterruptedException {
    try {
      plan.writeFiles(output.getParent());
      return run(source, plan, output, lateStart, context);
    } catch (SourceException e) {
      if (e.problem() != SourceProblem.DAMAGED || plan.audio().isEmpty()) {
        throw e;
      }
      context.log().warn("tried without sound", Map.of("details", e.getMessage()));
      var withoutAudio = plan.withoutAudio(PlanResult.UNREADABLE_AUDIO);
      return run(source, withoutAudio, output, lateStart, context);
    }
  }

  private Encoded run(
      RangeServer source, Plan plan, Path output, LateStart lateStart, Context context)
      throws InterruptedException {
    var start = context.deadline().clock().instant();
    var preset =
        EncoderPreset.within(
            context.deadline().left(), cpu.share(), plan.frames(), plan.video().cpuSeconds());
    var command = new FfmpegCommand(source.address(), plan, preset, cpu.threads(), output);
    var firstFrame = new FirstFrame(command.frameLog(), plan.video().frameTable());
    IntPredicate onFrames =
        frame -> {
          context.onPercent().accept(percent(frame, plan.frames()));
          return lateStart == LateStart.READ_AGAIN && firstFrame.isLate();
        };
    var result =
        ffmpeg.run(
            command.arguments(),
            command.directory(),
            command.frameLog(),
            context.deadline().left(),
            onFrames);
    source.throwReadError();
    return switch (result) {
      case Result.Encoded(var frameLog) -> {
        logEncoded(plan, preset, start, source, context);
        yield checked(
            plan, frameLog.stream().map(LoggedFrame::of).toList(), lateStart, context.log());
      }
      case Result.Stopped() -> new Encoded.BeginsLate();
      case Result.TimedOut(var limit) -> {
        source.throwLastRetryError();
        throw new SourceException(SourceProblem.TOO_SLOW, "encode", limit.toString());
      }
      case Result.SourceFailed(var errors) ->
          throw new SourceException(FfmpegErrors.ofEncode(errors), "encode", errors.toString());
      case Result.MachineFailed(var errors) -> throw new IllegalStateException("encode: " + errors);
    };
  }

  private Encoded checked(Plan plan, List<LoggedFrame> frames, LateStart lateStart, Log log) {
    if (frames.isEmpty() && lateStart == LateStart.READ_AGAIN) {
      return new Encoded.BeginsLate();
    }
    return switch (FrameCheck.compare(plan.video().frameTable(), frames)) {
      case FrameCheck.Result.Exact() -> new Encoded.Done(plan);
      case FrameCheck.Result.SomeHeld(int rows) -> held(plan, rows, log);
      case FrameCheck.Result.BeginsLate(int rows) ->
          lateStart == LateStart.READ_AGAIN ? new Encoded.BeginsLate() : held(plan, rows, log);
      case FrameCheck.Result.Different different -> {
        if (frames.size() != plan.frames()) {
          throw new SourceException(SourceProblem.DAMAGED, "encode", different.toString());
        }
        yield new Encoded.Different(different.toString());
      }
    };
  }

  private Encoded held(Plan plan, int rows, Log log) {
    if (FrameCheck.isTooMany(plan.video().frameTable(), rows)) {
      throw new SourceException(
          SourceProblem.PICTURES_MISSING,
          "encode",
          "%d of %d frames".formatted(rows, plan.frames()));
    }
    log.warn("frames held", Map.of("frames", rows));
    return new Encoded.Done(plan.withNotice(SOME_HELD));
  }

  private void logEncoded(
      Plan plan, EncoderPreset preset, Instant start, RangeServer source, Context context) {
    var took = Duration.between(start, context.deadline().clock().instant());
    double seconds = Math.max(0.001, took.toMillis() / 1000.0);
    var fields = new LinkedHashMap<>(plan.video().frameTable().summary());
    fields.put("preset", preset);
    fields.put("encode_s", seconds);
    context
        .log()
        .info(
            "encoded",
            fields,
            Metric.ratio("EncodeSpeed", plan.seconds() / seconds),
            Metric.bytes("BytesRead", source.bytesRead()));
  }

  private static int percent(int frame, int frames) {
    return Math.clamp(100L * frame / frames, 0, 100);
  }
}
