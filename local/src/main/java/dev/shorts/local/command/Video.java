package dev.shorts.local.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** A video to upload. */
record Video(String name, Supplier<BodyPublisher> content) {

  static Video file(Path file) throws BadUse {
    if (!Files.exists(file)) {
      throw BadUse.of("There is no video %s.".formatted(file));
    }
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw BadUse.of("%s can't be read.".formatted(file));
    }
    return new Video(
        file.getFileName().toString(),
        () -> {
          try {
            return BodyPublishers.ofFile(file);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** Comes with the repository. */
  static Video sample(Path project) throws BadUse {
    return file(project.resolve("samples/sample.mp4"));
  }
}
