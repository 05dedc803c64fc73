package dev.shorts.transcode.ffmpeg;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Finds ffmpeg and ffprobe of the FFmpeg layer on the search path. */
public record Binaries(Ffmpeg ffmpeg, Ffprobe ffprobe) {

  private static final int MB = 1 << 20;

  /**
   * Memory kept for our own process, in bytes; of a function of 1769 MB and more it takes some 300
   * MB.
   */
  private static final long OURS = 512L * MB;

  /** Memory of the function in MB by default: see {@code template.yaml}. */
  private static final int USUAL_MEMORY = 3008;

  /**
   * Upper bound of the file that FFmpeg writes, with the index that {@code +faststart} moves within
   * it.
   */
  private static final long LARGEST_SHORT = 1024L * MB;

  /** Finds the programs, with the memory limits of a function of the default size. */
  public static Binaries on(String path) {
    return on(path, USUAL_MEMORY);
  }

  /**
   * Finds the programs.
   *
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
