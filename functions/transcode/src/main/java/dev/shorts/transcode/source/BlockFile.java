package dev.shorts.transcode.source;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Blocks of a source that were fetched, on disk and not in memory: here is only where each one lies
 * (some 100 bytes a block). When it is full, what came first stays, since FFmpeg reads index and
 * scene again from their beginning, and the later ones take turns in what is left.
 */
final class BlockFile implements AutoCloseable {

  /** Bytes of a block. Looking at a fragment's header costs a block or two: so not larger. */
  static final int BLOCK = 32 << 10;

  private final RandomAccessFile file;
  private final long[] blockIn;
  private final int shared;
  private final Map<Long, Integer> slots = new HashMap<>();
  private int turn;

  /**
   * @param path has no name any more when this returns: whatever ends us, nothing is left
   * @param capacity in blocks
   * @param shared how many of them the later ones share: more than are read ahead
   */
  BlockFile(Path path, int capacity, int shared) {
    this.blockIn = new long[capacity];
    this.shared = shared;
    try {
      file = new RandomAccessFile(path.toFile(), "rw");
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  synchronized boolean has(long block) {
    return slots.containsKey(block);
  }

  /** Fills {@code content} up to {@code length}, unless the block isn't there. */
  synchronized boolean read(long block, byte[] content, int length) {
    var slot = slots.get(block);
    if (slot == null) {
      return false;
    }
    try {
      file.seek((long) slot * BLOCK);
      file.readFully(content, 0, length);
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  synchronized void put(long block, byte[] content, int length) throws IOException {
    if (has(block)) {
      return;
    }
    int slot = slots.size() < blockIn.length ? slots.size() : freed();
    file.seek((long) slot * BLOCK);
    file.write(content, 0, length);
    slots.put(block, slot);
    blockIn[slot] = block;
  }

  private int freed() {
    int slot = blockIn.length - shared + turn;
    turn = (turn + 1) % shared;
    slots.remove(blockIn[slot]);
    return slot;
  }

  @Override
  public synchronized void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
