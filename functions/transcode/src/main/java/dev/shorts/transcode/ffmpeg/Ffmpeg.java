package dev.shorts.transcode.ffmpeg;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.time.Duration;
import java.util.List;
import java.util.function.IntConsumer;

/** Encodes a short. */
public record Ffmpeg(Program program) {

  private static final String FRAME = "frame=";

  /** SIGKILL: nobody but the system does that to it, when memory runs out. */
  private static final int KILLED = 128 + 9;

  private static final String DISK_FULL = "No space left on device";

  /** How an encode ended. */
  public sealed interface Result {
    record Encoded() implements Result {}

    /** FFmpeg could make nothing of the source. */
    record SourceFailed(int exitCode, List<String> lastLines) implements Result {}

    /** The machine failed FFmpeg: no memory, no room. */
    record MachineFailed(int exitCode, List<String> lastLines) implements Result {}

    record TimedOut(Duration limit) implements Result {}
  }

  /**
   * Runs {@code command} to its end, or kills it after {@code limit} or on interruption.
   *
   * @param onFrames told on another thread, about twice a second, how many frames there are
   */
  public Result run(FfmpegCommand command, Duration limit, IntConsumer onFrames)
      throws InterruptedException {
    return switch (program.run(command.arguments(), limit, stdout -> listen(stdout, onFrames))) {
      case Program.Ending.Done() -> new Result.Encoded();
      case Program.Ending.TimedOut(var after) -> new Result.TimedOut(after);
      case Program.Ending.Failed(int code, var lines) ->
          code == KILLED || lines.stream().anyMatch(line -> line.contains(DISK_FULL))
              ? new Result.MachineFailed(code, lines)
              : new Result.SourceFailed(code, lines);
    };
  }

  private static void listen(InputStream stdout, IntConsumer onFrames) throws IOException {
    var lines = new BufferedReader(new InputStreamReader(stdout, UTF_8));
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.matches(FRAME + "\\d{1,9}")) {
        onFrames.accept(Integer.parseInt(line.substring(FRAME.length())));
      }
    }
  }
}
