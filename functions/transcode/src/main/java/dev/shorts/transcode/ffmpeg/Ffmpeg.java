package dev.shorts.transcode.ffmpeg;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.IntPredicate;

/** Encodes a short. */
public record Ffmpeg(ChildProgram program) {

  private static final String FRAME = "frame=";

  /** SIGKILL: nobody but the system does that to it, when memory runs out. */
  private static final int KILLED = 128 + 9;

  private static final String DISK_FULL = "No space left on device";

  /** How an encode ended. */
  public sealed interface Result {
    /**
     * @param log a line for each frame of the short
     */
    record Encoded(List<String> log) implements Result {}

    /** Whoever was told of the frames asked for it. */
    record Stopped() implements Result {}

    /** FFmpeg could make nothing of the source. */
    record SourceFailed(ErrorTail words) implements Result {}

    /** The machine failed FFmpeg: no memory, no room. */
    record MachineFailed(ErrorTail words) implements Result {}

    record TimedOut(Duration limit) implements Result {}
  }

  /**
   * Runs FFmpeg to its end, or kills it after {@code limit} or on interruption.
   *
   * @param arguments its command line without the program
   * @param directory where it runs
   * @param frameLog the file in which it writes a line for each frame
   * @param onFrames told on another thread, about twice a second, how many frames there are;
   *     answers whether to stop
   */
  public Result run(
      List<String> arguments, Path directory, Path frameLog, Duration limit, IntPredicate onFrames)
      throws InterruptedException {
    return switch (program.run(arguments, directory, limit, stdout -> listen(stdout, onFrames))) {
      case ChildProgram.Ending.Done _ -> new Result.Encoded(log(frameLog));
      case ChildProgram.Ending.Stopped() -> new Result.Stopped();
      case ChildProgram.Ending.TimedOut(var after) -> new Result.TimedOut(after);
      case ChildProgram.Ending.Failed(var words) ->
          words.exitCode() == KILLED || words.contain(DISK_FULL)
              ? new Result.MachineFailed(words)
              : new Result.SourceFailed(words);
    };
  }

  private static List<String> log(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (NoSuchFileException _) {
      return List.of(); // FFmpeg has not come to the first frame
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean listen(InputStream stdout, IntPredicate onFrames) throws IOException {
    var lines = new BufferedReader(new InputStreamReader(stdout, UTF_8));
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.matches(FRAME + "\\d{1,9}")
          && onFrames.test(Integer.parseInt(line.substring(FRAME.length())))) {
        return true;
      }
    }
    return false;
  }
}
