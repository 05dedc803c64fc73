package dev.shorts.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Finds the folder of each layer; without the layer's build, a folder of links to the programs on
 * the PATH.
 */
final class LayerFolders {

  private static final List<String> PROGRAMS = List.of("ffmpeg", "ffprobe");

  private final Path standIn;
  private final String searchPath;
  private final boolean buildable;

  /**
   * @param standIn folder for links to this machine's programs
   * @param buildable whether the layer can be built on this system
   */
  LayerFolders(Path standIn, String searchPath, boolean buildable) {
    this.standIn = standIn;
    this.searchPath = searchPath;
    this.buildable = buildable;
  }

  static LayerFolders ofThisMachine(Path standIn) {
    boolean linux = System.getProperty("os.name").startsWith("Linux");
    return new LayerFolders(standIn, System.getenv().getOrDefault("PATH", ""), linux);
  }

  /** The folder to use for each layer. */
  Map<Path, Path> find(Collection<Path> layers, Consumer<String> notices) throws IOException {
    var found = new HashMap<Path, Path>();
    for (Path layer : layers) {
      found.put(layer, find(layer, notices));
    }
    return found;
  }

  private Path find(Path layer, Consumer<String> notices) throws IOException {
    if (Files.isExecutable(layer.resolve("bin/ffmpeg"))) {
      return layer.toAbsolutePath().normalize();
    }
    if (buildable) {
      throw new NoSuchFileException(layer.toString());
    }
    Path bin = Files.createDirectories(standIn.resolve("bin"));
    for (String program : PROGRAMS) {
      Path found =
          onPath(program)
              .orElseThrow(
                  () ->
                      new IOException(
                          "no %s: the layer can't be built on this system, and there is none on the PATH"
                              .formatted(program)));
      Files.deleteIfExists(bin.resolve(program));
      Files.createSymbolicLink(bin.resolve(program), found);
    }
    notices.accept("The FFmpeg layer can't be built on this system: using the ffmpeg on the PATH.");
    return standIn;
  }

  private Optional<Path> onPath(String program) {
    return Stream.of(searchPath.split(File.pathSeparator))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
