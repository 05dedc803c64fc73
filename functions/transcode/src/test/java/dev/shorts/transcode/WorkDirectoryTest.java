package dev.shorts.transcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkDirectoryTest {

  @TempDir private Path root;

  @Test
  void filesOfAKilledRunAreDeleted() throws IOException {
    var path = root.resolve("work");
    Files.createDirectories(path.resolve("deep"));
    Files.writeString(path.resolve("deep/left.mp4"), "x");

    try (var work = WorkDirectory.empty(path)) {
      assertThat(work.path()).isEmptyDirectory();
      Files.writeString(work.file("short.mp4"), "x");
    }
    assertThat(path).doesNotExist();
  }
}
