package dev.shorts.emulator.lambda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/** Unpacks a function's zip to the task root. */
final class FunctionZip {

  private FunctionZip() {}

  static void unpack(Path file, Path directory) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString());
    }
    try (var zip = new ZipFile(file.toFile())) {
      for (var entry : zip.stream().filter(entry -> !entry.isDirectory()).toList()) {
        Path target = directory.resolve(entry.getName()).normalize();
        if (!target.startsWith(directory)) {
          throw new IOException(file + " holds a path that leads out of it: " + entry.getName());
        }
        Files.createDirectories(target.getParent());
        try (var content = zip.getInputStream(entry)) {
          Files.copy(content, target);
        }
      }
    }
  }
}
