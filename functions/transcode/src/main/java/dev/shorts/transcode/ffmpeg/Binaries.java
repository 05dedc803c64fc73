package dev.shorts.transcode.ffmpeg;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Finds the programs of the FFmpeg layer, which Lambda puts on the search path. */
public record Binaries(Ffmpeg ffmpeg, Ffprobe ffprobe) {

  /**
   * @param path folders, as in the environment variable PATH
   * @throws IllegalStateException if the layer is missing
   */
  public static Binaries on(String path) {
    return new Binaries(
        new Ffmpeg(new Program(find("ffmpeg", path))),
        new Ffprobe(new Program(find("ffprobe", path))));
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
