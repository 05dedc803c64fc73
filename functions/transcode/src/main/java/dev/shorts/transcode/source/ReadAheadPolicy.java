package dev.shorts.transcode.source;

import java.util.BitSet;

/**
 * How far ahead of a reader it pays to fetch. What was read already tells: whoever has read a
 * stretch up to here reads on, whoever has jumped here may jump again. So what was fetched for
 * nothing stays a small share of what was read, wherever the reader leaves.
 */
final class ReadAheadPolicy {

  /** In blocks: 4 MiB. At 30 ms a request that is over 100 MB/s. */
  static final int MOST = 128;

  /** In blocks: 256 KiB, while little was read. */
  private static final int FIRST = 8;

  /** FFmpeg's sockets hold as much again: together an eighth. */
  private static final int SHARE = 16;

  private final BitSet read = new BitSet();

  synchronized void add(long block) {
    read.set(Math.toIntExact(block));
  }

  /** How many blocks behind {@code block} are worth having when it is read. */
  synchronized int worth(long block) {
    int here = Math.toIntExact(block);
    int before = here == 0 ? 0 : here - 1 - read.previousClearBit(here - 1);
    return Math.clamp(before / SHARE, Math.min(before, FIRST), MOST);
  }
}
