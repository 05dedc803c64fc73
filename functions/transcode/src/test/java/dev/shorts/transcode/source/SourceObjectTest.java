package dev.shorts.transcode.source;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.shorts.transcode.FolderStore;
import dev.shorts.transcode.problem.SourceException;
import dev.shorts.transcode.problem.SourceProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceObjectTest {

  @TempDir private Path root;

  private Path video;

  @BeforeEach
  void upload() throws IOException {
    video = Files.createDirectories(root.resolve("sources")).resolve("cat.mov");
    Files.writeString(video, "0123456789");
  }

  @Test
  void readsARange() throws Exception {
    try (var part = open("cat.mov").read(2, 5)) {
      assertThat(part.readAllBytes()).asString(US_ASCII).isEqualTo("2345");
    }
    assertThat(open("cat.mov").size()).isEqualTo(10);
  }

  @Test
  void saysThatTheSourceIsGone() throws Exception {
    var source = open("cat.mov");
    Files.delete(video);

    assertProblem(SourceProblem.GONE, () -> open("cat.mov"));
    assertProblem(SourceProblem.GONE, () -> source.read(0, 1));
  }

  @Test
  void isOneVersionOfTheSource() throws Exception {
    var source = open("cat.mov");
    Files.writeString(video, "abcdefghij");

    assertProblem(SourceProblem.CHANGED, () -> source.read(0, 1));
  }

  private SourceObject open(String key) throws InterruptedException {
    return SourceObject.open(new FolderStore(root), "sources", key);
  }

  private static void assertProblem(SourceProblem problem, ThrowingCallable action) {
    assertThatExceptionOfType(SourceException.class)
        .isThrownBy(action)
        .satisfies(e -> assertThat(e.problem()).isEqualTo(problem));
  }
}
