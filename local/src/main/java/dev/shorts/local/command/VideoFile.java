package dev.shorts.local.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Opens a video for its upload. */
record VideoFile(String name, Supplier<BodyPublisher> content) {

  static VideoFile file(Path file) throws UsageException {
    if (!Files.exists(file)) {
      throw UsageException.of("There is no video %s.".formatted(file));
    }
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw UsageException.of("%s can't be read.".formatted(file));
    }
    return new VideoFile(
        file.getFileName().toString(),
        () -> {
          try {
            return BodyPublishers.ofFile(file);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** The sample of the repository. */
  static VideoFile sample(Path project) throws UsageException {
    return file(project.resolve("samples/sample.mp4"));
  }
}
