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

/** Runs ffmpeg. */
public record Ffmpeg(ChildProgram program) {

  private static final String FRAME = "frame=";

  /** Exit code after SIGKILL, which the kernel sends when memory runs out. */
  private static final int KILLED = 128 + 9;

  private static final String DISK_FULL = "No space left on device";

  /** Result of a run. */
  public sealed interface Result {
    /**
     * FFmpeg finished the file.
     *
     * @param frameLog one line per frame of the short
     */
    record Encoded(List<String> frameLog) implements Result {}

    /** The callback asked to stop. */
    record Stopped() implements Result {}

    /** FFmpeg could not decode or encode the source. */
    record SourceFailed(ErrorTail errors) implements Result {}

    /** FFmpeg failed for lack of memory or disk space. */
    record MachineFailed(ErrorTail errors) implements Result {}

    record TimedOut(Duration limit) implements Result {}
  }

  /**
   * Runs FFmpeg to its end, or kills it after {@code limit} or on interruption.
   *
   * @param arguments command line without the program
   * @param directory working directory
   * @param frameLog file to which FFmpeg writes one line per frame
   * @param onFrames called on another thread, about twice a second, with the number of frames so
   *     far; returns true to stop
   */
  public Result run(
      List<String> arguments, Path directory, Path frameLog, Duration limit, IntPredicate onFrames)
      throws InterruptedException {
    return switch (program.run(arguments, directory, limit, stdout -> listen(stdout, onFrames))) {
      case ChildProgram.Exit.Done _ -> new Result.Encoded(log(frameLog));
      case ChildProgram.Exit.Stopped() -> new Result.Stopped();
      case ChildProgram.Exit.TimedOut(var after) -> new Result.TimedOut(after);
      case ChildProgram.Exit.Failed(var errors) ->
          errors.exitCode() == KILLED || errors.contains(DISK_FULL)
              ? new Result.MachineFailed(errors)
              : new Result.SourceFailed(errors);
    };
  }

  private static List<String> log(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (NoSuchFileException _) {
      return List.of(); // FFmpeg has not reached the first frame
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
