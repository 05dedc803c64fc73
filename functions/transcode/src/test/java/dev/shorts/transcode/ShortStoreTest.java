package dev.shorts.transcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShortStoreTest {

  private static final String KEY = "exports/a/b.mp4";

  @TempDir private Path root;

  private Path made;
  private Path delivered;
  private ShortStore shorts;

  @BeforeEach
  void make() throws IOException {
    var s3 = new FolderStore(root);
    shorts = new ShortStore(s3, "bucket");
    delivered = s3.file("bucket", KEY);
    made = Files.writeString(root.resolve("made.mp4"), "ours");
  }

  @Test
  void delivers() {
    assertThat(shorts.put(KEY, made, () -> fail("nobody was there before"))).isTrue();
    assertThat(delivered).hasContent("ours");
  }

  @Test
  void replacesWhatAnEarlierTryLeftBehind() {
    leave("theirs");

    assertThat(shorts.put(KEY, made, () -> true)).isTrue();
    assertThat(delivered).hasContent("ours");
  }

  @Test
  void leavesASuccessorsFileAlone() {
    leave("theirs");

    assertThat(shorts.put(KEY, made, () -> false)).isFalse();
    assertThat(delivered).hasContent("theirs");
  }

  @Test
  void leavesAFileAloneThatCameWhileItAsked() {
    leave("theirs");

    assertThat(shorts.put(KEY, made, () -> leave("a successor's"))).isFalse();
    assertThat(delivered).hasContent("a successor's");
  }

  private boolean leave(String content) {
    try {
      Files.createDirectories(delivered.getParent());
      Files.writeString(delivered, content);
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
