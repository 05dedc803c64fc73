package dev.shorts.transcode.source;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Fetches each block of a source once, keeps it on disk, and reads ahead of sequential readers. At
 * most one request per reader and {@link #AHEAD} read-ahead requests run at a time, each of at most
 * {@link #BLOCKS_PER_REQUEST} blocks; each holds one block in our memory, and in the SDK's buffers
 * what it has received.
 */
final class BlockCache implements AutoCloseable {

  /** Maximum blocks of one request: 1 MiB. */
  static final int BLOCKS_PER_REQUEST = 32;

  /** Maximum read-ahead requests. */
  static final int AHEAD = 4;

  private final Blocks blocks;
  private final BlockFile kept;
  private final ReadAheadPolicy readAhead = new ReadAheadPolicy();
  private final Map<Long, BlockFetch> running = new HashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private int ahead;

  BlockCache(Blocks blocks, BlockFile kept) {
    this.blocks = blocks;
    this.kept = kept;
  }

  /** Returns the last block of the read-ahead window when {@code block} is read. */
  long lastInWindow(long block) {
    return Math.min(block + readAhead.blocksAfter(block), blocks.last());
  }

  /**
   * Reads {@code block} into {@code content}.
   *
   * @param patience time-out of its arrival from the store
   * @throws RuntimeException if the fetch failed
   */
  void read(long block, byte[] content, Duration patience) throws InterruptedException {
    while (!kept.read(block, content, blocks.length(block))) {
      var fetch = needed(block);
      if (fetch.isPresent()) {
        fetch.get().await(block, patience);
      }
    }
    fetchAhead(block);
    readAhead.add(block);
  }

  /** Returns the running or a new fetch of a block; empty if the block has arrived meanwhile. */
  private synchronized Optional<BlockFetch> needed(long block) {
    if (running.containsKey(block)) {
      return Optional.of(running.get(block));
    }
    return kept.has(block)
        ? Optional.empty()
        : Optional.of(begin(block, lastInWindow(block), () -> {}));
  }

  /**
   * Starts read-ahead requests once half of the window is missing: few large requests instead of
   * many small ones.
   */
  private synchronized void fetchAhead(long block) {
    long last = lastInWindow(block);
    long next = block + 1;
    while (next <= last && isComing(next)) {
      next++;
    }
    if (next - block > (last - block + 1) / 2) {
      return;
    }
    for (; next <= last && ahead < AHEAD; next++) {
      if (!isComing(next)) {
        ahead++;
        next = begin(next, last, () -> ahead--).last();
      }
    }
  }

  /** Fetches {@code first} and the missing blocks after it. */
  private BlockFetch begin(long first, long last, Runnable onEnd) {
    int count = 1;
    while (count < BLOCKS_PER_REQUEST && first + count <= last && !isComing(first + count)) {
      count++;
    }
    var fetch = new BlockFetch(first, count, ended -> ended(ended, onEnd));
    for (long block = first; block <= fetch.last(); block++) {
      running.put(block, fetch);
    }
    fetch.begin(threads, this::fetch);
    return fetch;
  }

  private boolean isComing(long block) {
    return kept.has(block) || running.containsKey(block);
  }

  private synchronized void ended(BlockFetch fetch, Runnable onEnd) {
    for (long block = fetch.first(); block <= fetch.last(); block++) {
      running.remove(block, fetch);
    }
    onEnd.run();
  }

  private void fetch(BlockFetch fetch) throws IOException {
    Blocks.Arrival arrival =
        (block, content) -> {
          kept.put(block, content, blocks.length(block));
          fetch.arrived(block);
        };
    blocks.fetch(fetch.first(), fetch.last(), arrival);
  }

  /** Stops all fetches and deletes the blocks. */
  @Override
  public void close() {
    Shutdown.now(threads);
    kept.close();
  }
}
