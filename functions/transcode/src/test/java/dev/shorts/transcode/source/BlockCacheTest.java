package dev.shorts.transcode.source;

import static dev.shorts.transcode.source.BlockFile.BLOCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is fetched for what is read. */
class BlockCacheTest {

  private static final int BLOCKS = 1000;
  private static final Duration LONG = Duration.ofMinutes(1);

  @TempDir private Path folder;

  private final Store store = new Store(BLOCKS * BLOCK - 1);
  private Blocks blocks;
  private BlockCache cache;

  @BeforeEach
  void open() {
    cache = cache(BLOCKS, 10);
  }

  @AfterEach
  void close() {
    cache.close();
  }

  @Test
  void everyByteIsFetchedOnce() throws InterruptedException {
    for (int pass = 0; pass < 3; pass++) {
      assertReads(LongStream.range(0, BLOCKS));
    }

    assertThat(blocks.bytesRead()).isEqualTo(store.content.length);
  }

  @Test
  void sequentialReadingEnlargesRequests() throws InterruptedException {
    assertReads(LongStream.range(0, BLOCKS));

    assertThat(store.reads).startsWith(blocks(0, 0), blocks(1, 2));
    assertThat(store.reads).hasSizeLessThan(BLOCKS / 5);
    assertThat(store.reads)
        .allMatch(read -> read.length() <= (long) BlockCache.BLOCKS_PER_REQUEST * BLOCK)
        .anyMatch(read -> read.length() >= 20L * BLOCK);
    assertThat(store.mostOpen()).isLessThanOrEqualTo(1 + BlockCache.AHEAD);
  }

  @Test
  void seekFetchesASingleBlock() throws InterruptedException {
    assertReads(LongStream.of(500, 3, 997, 200, 400, 198, 700));

    assertThat(store.reads)
        .containsExactly(
            blocks(500, 500),
            blocks(3, 3),
            blocks(997, 997),
            blocks(200, 200),
            blocks(400, 400),
            blocks(198, 198),
            blocks(700, 700));
  }

  /** As FFmpeg jumps from one fragment's header to the next, behind a scene that it has read. */
  @Test
  void readAheadBlocksDoNotEnlargeTheWindow() throws InterruptedException {
    assertReads(LongStream.range(0, 200));
    assertReads(LongStream.of(208));
    cache.close();

    assertThat(store.reads).allMatch(read -> read.last() < 212L * BLOCK);
  }

  @Test
  void unreadBlocksStayAFewWhenTheReaderStops() throws InterruptedException {
    for (int length : new int[] {1, 2, 5, 20, 150, 600}) {
      cache.close();
      cache = cache(BLOCKS, 10);
      assertReads(LongStream.range(100, 100 + length));
      cache.close();

      assertThat(blocks.bytesRead())
          .isBetween((long) length * BLOCK, (length + 8L + length / 15) * BLOCK);
    }
  }

  @Test
  void readAheadIsBounded() throws InterruptedException {
    var gate = new CountDownLatch(1);
    assertReads(LongStream.range(0, 300));
    for (int i = 0; i < 20; i++) {
      store.then((_, _) -> Store.waitingFor(gate));
    }

    assertThatThrownBy(() -> assertReads(LongStream.range(300, 400), Duration.ofMillis(50)))
        .hasMessageContaining("nothing in PT0.05S");
    assertThat(store.open()).isLessThanOrEqualTo(1 + BlockCache.AHEAD);
    cache.close();
    assertThat(store.open()).isZero();
  }

  @Test
  void evictedBlocksAreFetchedAgain() throws InterruptedException {
    cache.close();
    cache = cache(500, 150);
    assertReads(LongStream.range(0, BLOCKS));
    assertThat(blocks.bytesRead()).isEqualTo(store.content.length);

    assertReads(LongStream.range(0, 300));
    assertThat(blocks.bytesRead()).isEqualTo(store.content.length);

    assertReads(LongStream.range(300, BLOCKS));
    assertThat(blocks.bytesRead()).isBetween(1600L * BLOCK, 1700L * BLOCK);
  }

  private void assertReads(LongStream blocks) throws InterruptedException {
    assertReads(blocks, LONG);
  }

  private void assertReads(LongStream blocks, Duration patience) throws InterruptedException {
    for (long block : blocks.toArray()) {
      var content = new byte[BLOCK];
      cache.read(block, content, patience);
      var expected = store.part(blocks(block, block));
      assertThat(Arrays.equals(content, 0, expected.length, expected, 0, expected.length)).isTrue();
    }
  }

  private ByteRange blocks(long first, long last) {
    return new ByteRange(first * BLOCK, Math.min(store.content.length, (last + 1) * BLOCK) - 1);
  }

  private BlockCache cache(int capacity, int shared) {
    var file = new BlockFile(folder.resolve("source"), capacity, shared);
    blocks = new Blocks(store, store.content.length);
    return new BlockCache(blocks, file);
  }
}
