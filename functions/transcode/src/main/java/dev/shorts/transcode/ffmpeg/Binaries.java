package dev.shorts.transcode.ffmpeg;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Finds the programs of the FFmpeg layer, which Lambda puts on the search path. */
public record Binaries(Ffmpeg ffmpeg, Ffprobe ffprobe) {

  private static final int MB = 1 << 20;

  /** Of a function of 1769 MB and more our own process takes some 300. */
  private static final long OURS = 512L * MB;

  /** What a function has by default: see {@code template.yaml}. */
  private static final int USUAL_MEMORY = 3008;

  /** More than a short may have, with the index that is moved within it. */
  private static final long LARGEST_SHORT = 1024L * MB;

  /** As in a function of the usual memory. */
  public static Binaries on(String path) {
    return on(path, USUAL_MEMORY);
  }

  /**
   * @param path folders, as in the environment variable PATH
   * @param memory of the whole function, in MB
   * @throws IllegalStateException if the layer is missing
   */
  public static Binaries on(String path, int memory) {
    long theirs = (long) memory * MB - OURS;
    return new Binaries(
        new Ffmpeg(program("ffmpeg", path, theirs, LARGEST_SHORT)),
        new Ffprobe(program("ffprobe", path, theirs, 0)));
  }

  private static ChildProgram program(String name, String path, long memory, long fileSize) {
    var file = find(name, path);
    return new ChildProgram(
        System.getProperty("os.name").equals("Linux")
            ? new LimitLauncher(find("limited", path), memory, fileSize)
            : CommandPrefix.NONE,
        file);
  }

  private static Path find(String name, String path) {
    return Stream.of(path.split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no " + name + " on the path " + path));
  }
}
