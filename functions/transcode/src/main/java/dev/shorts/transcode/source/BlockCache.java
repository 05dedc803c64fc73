package dev.shorts.transcode.source;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Fetches blocks of a source once, keeps them on disk, and is ahead of whoever reads in sequence.
 * What is under way is one request for each reader and {@link #AHEAD} more, each of at most {@link
 * #AT_ONCE} blocks; each holds one block in our memory, and in the SDK's what it has received.
 */
final class BlockCache implements AutoCloseable {

  /** Blocks of one request: 1 MiB. */
  static final int AT_ONCE = 32;

  /** Requests for what nobody asked for yet. */
  static final int AHEAD = 4;

  private static final Duration GOODBYE = Duration.ofSeconds(10);

  private final SourceReader.Ranges ranges;
  private final long size;
  private final BlockFile kept;
  private final ReadAhead readAhead = new ReadAhead();
  private final Map<Long, Fetch> underWay = new HashMap<>();
  private final LongAdder bytesRead = new LongAdder();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private int ahead;

  BlockCache(SourceReader.Ranges ranges, long size, BlockFile kept) {
    this.ranges = ranges;
    this.size = size;
    this.kept = kept;
  }

  long bytesRead() {
    return bytesRead.sum();
  }

  /** The last byte that comes with {@code first} without further asking. */
  long lastWorth(long first) {
    long block = first / BlockFile.BLOCK;
    return Math.min(size, (block + readAhead.worth(block) + 1) * BlockFile.BLOCK) - 1;
  }

  /** How many bytes {@code block} has. */
  int length(long block) {
    return (int) Math.min(BlockFile.BLOCK, size - block * BlockFile.BLOCK);
  }

  /**
   * Puts {@code block} into {@code content}.
   *
   * @param patience for its coming from the store
   * @throws RuntimeException if it can't be had this time
   */
  void read(long block, byte[] content, Duration patience) throws InterruptedException {
    while (!kept.read(block, content, length(block))) {
      needed(block).await(block, patience);
    }
    fetchAhead(block);
  }

  private synchronized Fetch needed(long block) {
    var fetch = underWay.get(block);
    return fetch == null ? begin(block, block + readAhead.worth(block), () -> {}) : fetch;
  }

  /** Waits until half of what is worth having is missing: few large requests, not many small. */
  private synchronized void fetchAhead(long block) {
    int worth = readAhead.worth(block);
    long last = Math.min(block + worth, (size - 1) / BlockFile.BLOCK);
    long next = block + 1;
    while (next <= last && isComing(next)) {
      next++;
    }
    if (next - block > (worth + 1) / 2) {
      return;
    }
    for (; next <= last && ahead < AHEAD; next++) {
      if (!isComing(next)) {
        ahead++;
        next = begin(next, last, () -> ahead--).last();
      }
    }
  }

  /** Fetches {@code first} and what is missing behind it. */
  private Fetch begin(long first, long last, Runnable onEnd) {
    long until = Math.min(last, (size - 1) / BlockFile.BLOCK);
    int count = 1;
    while (count < AT_ONCE && first + count <= until && !isComing(first + count)) {
      count++;
    }
    var blocks = new Fetch[1];
    var fetch = new Fetch(first, count, () -> ended(blocks[0], onEnd));
    blocks[0] = fetch;
    for (long block = first; block <= fetch.last(); block++) {
      underWay.put(block, fetch);
    }
    fetch.begin(threads, this::fetch);
    return fetch;
  }

  private boolean isComing(long block) {
    return kept.has(block) || underWay.containsKey(block);
  }

  private synchronized void ended(Fetch fetch, Runnable onEnd) {
    for (long block = fetch.first(); block <= fetch.last(); block++) {
      underWay.remove(block, fetch);
    }
    onEnd.run();
  }

  private void fetch(Fetch fetch) throws IOException {
    long end = Math.min(size, (fetch.last() + 1) * BlockFile.BLOCK);
    try (var stream = ranges.read(fetch.first() * BlockFile.BLOCK, end - 1)) {
      var content = new byte[BlockFile.BLOCK];
      for (long block = fetch.first(); block <= fetch.last(); block++) {
        fill(content, length(block), stream);
        kept.put(block, content, length(block));
        readAhead.add(block);
        fetch.arrived(block);
      }
      if (stream.read() >= 0) {
        throw new IOException("the store sent more than it was asked for");
      }
    }
  }

  private void fill(byte[] content, int length, InputStream stream) throws IOException {
    for (int filled = 0; filled < length; ) {
      int count = stream.read(content, filled, length - filled);
      if (count < 0) {
        throw new IOException("the store sent less than it was asked for");
      }
      bytesRead.add(count);
      filled += count;
    }
  }

  /** Nothing runs any more when this returns, and nothing is kept. */
  @Override
  public void close() {
    threads.shutdownNow();
    try {
      threads.awaitTermination(GOODBYE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    kept.close();
  }
}
