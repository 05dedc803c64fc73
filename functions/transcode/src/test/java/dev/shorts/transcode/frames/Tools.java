package dev.shorts.transcode.frames;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Other makers of files than FFmpeg, which the tests need on the machine. */
final class Tools {

  /** How mkvmerge ends after it has warned of something. */
  private static final int WARNED = 1;

  private Tools() {}

  /** Writes a Matroska file by MKVToolNix. */
  static void mkvmerge(NumberedSource to, String options, NumberedSource from) throws IOException {
    var words = new ArrayList<>(List.of("mkvmerge", "-q", "-o", to.file().toString()));
    words.addAll(List.of(options.split(" ")));
    words.removeIf(String::isEmpty);
    words.add(from.file().toString());
    run(words, "mkvtoolnix", WARNED);
  }

  /**
   * Runs a pipeline of GStreamer.
   *
   * @param pipeline elements between the source file and the file that is made
   */
  static void gstreamer(NumberedSource to, String pipeline, NumberedSource from)
      throws IOException {
    var words = new ArrayList<>(List.of("gst-launch-1.0", "-q", "filesrc"));
    words.addAll(List.of("location=" + from.file(), "!"));
    words.addAll(List.of(pipeline.split(" ")));
    words.addAll(List.of("!", "filesink", "location=" + to.file()));
    run(
        words,
        "gstreamer1.0-tools gstreamer1.0-plugins-{base,good,bad,ugly} gstreamer1.0-libav",
        0);
  }

  private static void run(List<String> words, String packages, int worst) throws IOException {
    Process process;
    var said = Files.createTempFile("said", ".txt");
    try {
      process =
          new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    } catch (IOException e) {
      throw new AssertionError(
          "%s is missing: apt-get install %s".formatted(words.getFirst(), packages), e);
    }
    try {
      if (process.waitFor() > worst) {
        throw new IOException("failed: " + String.join(" ", words) + "\n" + text(said));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      Files.delete(said);
    }
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file).strip();
  }
}
