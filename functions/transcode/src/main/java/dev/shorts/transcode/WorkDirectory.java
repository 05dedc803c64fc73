package dev.shorts.transcode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * Holds the files of one job in a directory of its own. Opening it deletes what a killed run left
 * behind, closing it deletes the rest: a warm execution environment keeps its /tmp.
 */
record WorkDirectory(Path path) implements AutoCloseable {

  static WorkDirectory empty(Path path) {
    var directory = new WorkDirectory(path);
    directory.close();
    try {
      Files.createDirectories(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return directory;
  }

  Path file(String name) {
    return path.resolve(name);
  }

  @Override
  public void close() {
    if (!Files.exists(path)) {
      return;
    }
    try (var files = Files.walk(path)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
