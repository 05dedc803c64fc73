package dev.shorts.transcode.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.LongAdder;

/** A source as blocks of one size, but for the last; counts what comes from the store. */
final class Blocks {

  private final SourceReader.Ranges ranges;
  private final long size;
  private final LongAdder bytesRead = new LongAdder();

  /** Told of each block in turn; the content is only lent. */
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

  /** How many bytes {@code block} has. */
  int length(long block) {
    return (int) Math.min(BlockFile.BLOCK, size - block * BlockFile.BLOCK);
  }

  /** Asks for all blocks from {@code first} to {@code last} at once. */
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
