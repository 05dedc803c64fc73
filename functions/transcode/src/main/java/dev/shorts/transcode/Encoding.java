package dev.shorts.transcode;

import dev.shorts.log.Log;
import dev.shorts.log.Metric;
import dev.shorts.transcode.ffmpeg.Ffmpeg;
import dev.shorts.transcode.ffmpeg.Ffmpeg.Result;
import dev.shorts.transcode.ffmpeg.FfmpegCommand;
import dev.shorts.transcode.plan.Decision;
import dev.shorts.transcode.plan.Plan;
import dev.shorts.transcode.plan.Rung;
import dev.shorts.transcode.source.RangeServer;
import dev.shorts.transcode.source.SourceException;
import dev.shorts.transcode.source.SourceProblem;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.IntConsumer;

/** From a plan to a file. */
record Encoding(Ffmpeg ffmpeg, Cores cores, Deadline deadline, Log log) {

  /**
   * @param onPercent told how much of the short there is
   * @return the plan that was carried out: one without sound if the source's is damaged
   * @throws SourceException if there is no file, or over a tenth of the scene is missing in it
   */
  Plan encode(RangeServer source, Plan plan, Path output, IntConsumer onPercent)
      throws InterruptedException {
    plan.colours().ifPresent(table -> table.write(output.getParent()));
    try {
      return run(source, plan, output, onPercent);
    } catch (SourceException e) {
      if (e.problem() != SourceProblem.DAMAGED || plan.sound().isEmpty()) {
        throw e;
      }
      log.warn("tried without sound", Map.of("details", e.getMessage()));
      return run(source, plan.silent(Decision.UNREADABLE_SOUND), output, onPercent);
    }
  }

  private Plan run(RangeServer source, Plan plan, Path output, IntConsumer onPercent)
      throws InterruptedException {
    var start = deadline.clock().instant();
    var rung = Rung.within(deadline.left(), cores.share(), plan.frames(), plan.preparation());
    var command = new FfmpegCommand(source.address(), plan, rung, cores.threads(), output);
    IntConsumer onFrames = frame -> onPercent.accept(percent(frame, plan.frames()));
    var result = ffmpeg.run(command, deadline.left(), onFrames);
    source.throwFailure();
    switch (result) {
      case Result.Encoded(int pictures) -> {
        logEncoded(plan, rung, pictures, start, source);
        refuseIfMissing(pictures, plan);
      }
      case Result.TimedOut(var limit) -> {
        source.throwTrouble();
        throw new SourceException(SourceProblem.TOO_SLOW, "encode", limit.toString());
      }
      case Result.SourceFailed(var words) ->
          throw new SourceException(Symptoms.ofEncode(words), "encode", words.toString());
      case Result.MachineFailed(var words) -> throw new IllegalStateException("encode: " + words);
    }
    return plan;
  }

  private static void refuseIfMissing(int pictures, Plan plan) {
    if (plan.misses(pictures)) {
      var details = "%d of %d pictures".formatted(pictures, plan.pictures());
      throw new SourceException(SourceProblem.PICTURES_MISSING, "encode", details);
    }
  }

  private void logEncoded(Plan plan, Rung rung, int pictures, Instant start, RangeServer source) {
    var took = Duration.between(start, deadline.clock().instant());
    double seconds = Math.max(0.001, took.toMillis() / 1000.0);
    log.info(
        "encoded",
        Map.of(
            "frames",
            plan.frames(),
            "pictures",
            pictures,
            "rate",
            plan.rate(),
            "rung",
            rung,
            "encode_s",
            seconds),
        Metric.ratio("EncodeSpeed", plan.seconds() / seconds),
        Metric.bytes("BytesRead", source.bytesRead()));
  }

  private static int percent(int frame, int frames) {
    return Math.clamp(100L * frame / frames, 0, 100);
  }
}
