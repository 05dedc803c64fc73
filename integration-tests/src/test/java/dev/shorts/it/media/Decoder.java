package dev.shorts.it.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads media with an FFmpeg that is not ours, so that ours can be judged by it. */
final class Decoder {

  private static final Path FFMPEG = Path.of("..", "target", "tools", "bin", "ffmpeg");

  private Decoder() {}

  /** What FFmpeg writes to its standard output; times are the file's own, never shifted. */
  static byte[] read(Path media, String... how) {
    return run(
        Stream.of(
                List.of("-copyts", "-i", media.toString()),
                List.of(how),
                List.of("-avoid_negative_ts", "disabled", "pipe:1"))
            .flatMap(List::stream)
            .toList());
  }

  /** Runs FFmpeg; its complaints go to the test's output, and the first one is its end. */
  static byte[] run(List<String> arguments) {
    if (!Files.isExecutable(FFMPEG)) {
      throw new IllegalStateException("no FFmpeg to measure with: run build/tools first");
    }
    var command =
        Stream.of(List.of(FFMPEG.toString(), "-v", "error", "-nostdin", "-y", "-xerror"), arguments)
            .flatMap(List::stream)
            .toList();
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      byte[] output = process.getInputStream().readAllBytes();
      if (process.waitFor() != 0) {
        throw new IOException("failed: " + String.join(" ", command));
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
