package dev.shorts.transcode.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.LongAdder;

/**
 * Divides a source into blocks of one size, the last one excepted, and counts the bytes read from
 * the store.
 */
final class Blocks {

  private final SourceReader.Ranges ranges;
  private final long size;
  private final LongAdder bytesRead = new LongAdder();

  /** Called for each block in turn; the content is overwritten afterwards. */
  @FunctionalInterface
  interface Arrival {
    void arrived(long block, byte[] content) throws IOException;
  }

  /**
   * @param size of the source in bytes
   */
  Blocks(SourceReader.Ranges ranges, long size) {
    this.ranges = ranges;
    this.size = size;
  }

  long bytesRead() {
    return bytesRead.sum();
  }

  long last() {
    return (size - 1) / BlockFile.BLOCK;
  }

  /** Returns the length of {@code block} in bytes. */
  int length(long block) {
    return (int) Math.min(BlockFile.BLOCK, size - block * BlockFile.BLOCK);
  }

  /** Fetches the blocks {@code first} to {@code last} in one request. */
  void fetch(long first, long last, Arrival arrival) throws IOException {
    long end = last * BlockFile.BLOCK + length(last);
    try (var stream = ranges.read(first * BlockFile.BLOCK, end - 1)) {
      var content = new byte[BlockFile.BLOCK];
      for (long block = first; block <= last; block++) {
        fill(content, length(block), stream);
        arrival.arrived(block, content);
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
}
