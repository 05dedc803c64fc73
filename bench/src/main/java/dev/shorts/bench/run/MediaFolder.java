package dev.shorts.bench.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the videos that are measured with. */
public final class MediaFolder {

  private MediaFolder() {}

  /**
   * Real ones if there are any, else the samples.
   *
   * @param project its root, which {@code MEDIA_DIR} may be relative to
   */
  public static Path folder(Path project) {
    var given = Optional.ofNullable(System.getenv("MEDIA_DIR")).orElse("../shared/media");
    var folder = project.resolve(given);
    return Files.isDirectory(folder) ? folder : project.resolve("samples");
  }
}
