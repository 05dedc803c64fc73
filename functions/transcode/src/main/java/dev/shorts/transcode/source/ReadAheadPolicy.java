package dev.shorts.transcode.source;

import java.util.BitSet;

/**
 * Computes the read-ahead window. Sequential readers get a window of 1/16 of what they read so far;
 * after a seek the window restarts. So bytes fetched in vain stay a small share of those read.
 */
final class ReadAheadPolicy {

  /** Largest window in blocks: 4 MiB. At 30 ms per request that is over 100 MB/s. */
  static final int MOST = 128;

  /** Window in blocks while little was read: 256 KiB. */
  private static final int FIRST = 8;

  /**
   * Divisor of the sequentially read blocks. FFmpeg's sockets buffer as much again: together an
   * eighth.
   */
  private static final int SHARE = 16;

  private final BitSet read = new BitSet();

  synchronized void add(long block) {
    read.set(Math.toIntExact(block));
  }

  /** Returns how many blocks after {@code block} to fetch when it is read. */
  synchronized int blocksAfter(long block) {
    int here = Math.toIntExact(block);
    int before = here == 0 ? 0 : here - 1 - read.previousClearBit(here - 1);
    return Math.clamp(before / SHARE, Math.min(before, FIRST), MOST);
  }
}
