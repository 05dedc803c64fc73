package dev.shorts.transcode.source;

import static dev.shorts.transcode.source.BlockFile.BLOCK;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlockFileTest {

  private static final int CAPACITY = 10;
  private static final int SHARED = 3;

  @TempDir private Path folder;

  private BlockFile file;

  @BeforeEach
  void open() {
    file = new BlockFile(folder.resolve("blocks"), CAPACITY, SHARED);
  }

  @AfterEach
  void close() {
    file.close();
  }

  @Test
  void storedBlocksAreReadBack() throws IOException {
    put(1_000_000_000);
    put(3);

    assertThat(holds(3)).isTrue();
    assertThat(holds(1_000_000_000)).isTrue();
    assertThat(holds(4)).isFalse();
  }

  @Test
  void fullFileKeepsTheFirstAndTheLatestBlocks() throws IOException {
    for (long block = 0; block < 100; block++) {
      put(block);
      put(block);
    }

    assertThat(LongStream.range(0, 100).filter(this::holds))
        .containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 97L, 98L, 99L);
  }

  @Test
  void fileIsUnlinkedWhenOpened() throws IOException {
    put(1);

    assertThat(folder).isEmptyDirectory();
  }

  private void put(long block) throws IOException {
    file.put(block, content(block), BLOCK);
  }

  private boolean holds(long block) {
    var content = new byte[BLOCK];
    boolean there = file.read(block, content, BLOCK);
    assertThat(there).isEqualTo(file.has(block));
    return there && Arrays.equals(content, content(block));
  }

  private static byte[] content(long block) {
    var content = new byte[BLOCK];
    Arrays.fill(content, (byte) (block + 1));
    return content;
  }
}
