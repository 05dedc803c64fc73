package dev.shorts.transcode.source;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Stores fetched blocks of a source in a file; memory holds only their positions (some 100 bytes
 * per block). When the file is full, the earliest blocks stay, since FFmpeg reads index and scene
 * again from their beginning; later ones replace each other in turn.
 */
final class BlockFile implements AutoCloseable {

  /** Bytes of a block. Reading a fragment's header costs a block or two, so blocks are small. */
  static final int BLOCK = 32 << 10;

  private final RandomAccessFile file;
  private final long[] blockIn;
  private final int shared;
  private final Map<Long, Integer> slots = new HashMap<>();
  private int nextSharedSlot;

  /**
   * @param path is unlinked immediately, so that nothing remains if the process dies
   * @param capacity in blocks
   * @param shared number of slots at the end that later blocks share; larger than the read-ahead
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

  /**
   * Reads a block into {@code content}.
   *
   * @return whether the block is stored
   */
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
    int slot = blockIn.length - shared + nextSharedSlot;
    nextSharedSlot = (nextSharedSlot + 1) % shared;
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
