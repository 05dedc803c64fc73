package dev.shorts.transcode.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where hostile files are made: with honest clips to spoil, made by a stock FFmpeg, and with
 * canaries to name.
 *
 * @param folder of files that may be kept for the next one
 */
public record Workshop(Path folder, Canary canary, Map<String, byte[]> clips) {

  private static final Path STOCK = Path.of("../../target/tools/bin/ffmpeg");

  public static Workshop in(Path folder, Canary canary) {
    return new Workshop(folder, canary, new ConcurrentHashMap<>());
  }

  /** An FFmpeg of no limits; says how it ended. */
  public static int stock(List<String> arguments) throws IOException, InterruptedException {
    if (!Files.isExecutable(STOCK)) {
      throw new IllegalStateException("there is no stock FFmpeg: run 'build/tools' first");
    }
    var command = new ArrayList<>(List.of(STOCK.toString(), "-nostdin", "-v", "error", "-y"));
    command.addAll(arguments);
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      return process.waitFor();
    } finally {
      process.destroyForcibly();
    }
  }

  /** Three seconds of picture, 320x180 at 30, and of sound, as MP4 with its index in front. */
  byte[] mp4() {
    return clip("mp4", "-movflags +faststart");
  }

  /** The same in another container. */
  byte[] clip(String extension) {
    return clip(extension, "");
  }

  /** The same made in another way. */
  byte[] clip(String extension, String options) {
    return made(
        extension,
        "-f lavfi -i testsrc2=s=320x180:r=30 -f lavfi -i sine=r=48000 -t 3"
            + " -c:v libx264 -preset veryfast -g 15 -pix_fmt yuv420p -c:a aac "
            + options);
  }

  /** Whatever a stock FFmpeg makes with {@code arguments}; made once. */
  byte[] made(String extension, String arguments) {
    return clips.computeIfAbsent(arguments + extension, _ -> make(extension, arguments));
  }

  private byte[] make(String extension, String arguments) {
    try {
      var file = Files.createTempFile(folder, "clip", "." + extension);
      var words = new ArrayList<>(List.of(arguments.strip().split(" +")));
      words.add(file.toString());
      if (stock(words) != 0) {
        throw new IllegalStateException("the stock FFmpeg can't: " + arguments);
      }
      var content = Files.readAllBytes(file);
      Files.delete(file);
      return content;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
