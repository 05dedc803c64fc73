package dev.shorts.transcode.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

/**
 * Copies byte ranges of a source to FFmpeg, retries failed reads, and keeps the error of a read
 * that failed for good.
 */
final class SourceReader implements AutoCloseable {

  /**
   * Blocks on disk: 1 GiB of 2 GB, since a short may take 810 MB. Later blocks share 16 MiB of it.
   */
  private static final int KEPT = 32_768;

  private static final int SHARED = 512;

  private final Blocks blocks;
  private final BlockCache cache;
  private final Retries retries;
  private final InstantSource clock;
  private final LongAdder waitedNanos = new LongAdder();
  private final AtomicReference<RuntimeException> readError = new AtomicReference<>();
  private final AtomicReference<RuntimeException> lastRetryError = new AtomicReference<>();

  /** Opens a byte range of the source, both ends included. */
  @FunctionalInterface
  interface Ranges {
    InputStream read(long first, long last);
  }

  /**
   * @param size of the source in bytes
   * @param file for fetched blocks; must not exist yet
   */
  static SourceReader of(Ranges ranges, long size, Path file, InstantSource clock) {
    return new SourceReader(
        new Blocks(ranges, size), new BlockFile(file, KEPT, SHARED), Retries.USUAL, clock);
  }

  SourceReader(Blocks blocks, BlockFile kept, Retries retries, InstantSource clock) {
    this.blocks = blocks;
    this.cache = new BlockCache(blocks, kept);
    this.retries = retries;
    this.clock = clock;
  }

  long bytesRead() {
    return blocks.bytesRead();
  }

  /** Returns the time that readers waited for blocks, one after the other. */
  Duration waited() {
    return Duration.ofNanos(waitedNanos.sum());
  }

  /** Throws the error of a read that failed for good, if there is one. */
  void throwReadError() {
    throwIfPresent(readError);
  }

  /** Throws the last retried error, if no read has succeeded since. */
  void throwLastRetryError() {
    throwIfPresent(lastRetryError);
  }

  private static void throwIfPresent(AtomicReference<RuntimeException> error) {
    if (error.get() != null) {
      throw error.get();
    }
  }

  /**
   * Returns the part of {@code range} that lies in the read-ahead window: FFmpeg may not want the
   * rest.
   */
  ByteRange startInWindow(ByteRange range) {
    long last = cache.lastInWindow(range.first() / BlockFile.BLOCK);
    long end = last * BlockFile.BLOCK + blocks.length(last);
    return new ByteRange(range.first(), Math.min(range.last(), end - 1));
  }

  /**
   * Copies {@code range} to {@code out}.
   *
   * @throws IOException if {@code out} is closed: FFmpeg has moved elsewhere
   */
  void copy(ByteRange range, OutputStream out) throws IOException {
    var content = new byte[BlockFile.BLOCK];
    for (long at = range.first(); at <= range.last(); ) {
      long block = at / BlockFile.BLOCK;
      int from = (int) (at % BlockFile.BLOCK);
      long wanted = Math.min(range.last() - at + 1, blocks.length(block) - from);
      read(block, content);
      out.write(content, from, (int) wanted);
      at += wanted;
    }
  }

  private void read(long block, byte[] content) throws InterruptedIOException {
    var asked = clock.instant();
    try {
      tryToRead(block, content);
      lastRetryError.set(null);
    } catch (InterruptedException _) {
      throw new InterruptedIOException("closed");
    } catch (RuntimeException e) {
      readError.compareAndSet(null, e);
      throw e;
    } finally {
      waitedNanos.add(Duration.between(asked, clock.instant()).toNanos());
    }
  }

  private void tryToRead(long block, byte[] content) throws InterruptedException {
    for (int failures = 0; ; ) {
      try {
        cache.read(block, content, retries.patience(failures));
        return;
      } catch (RuntimeException e) {
        lastRetryError.set(e);
        retries.waitAfter(++failures, e);
      }
    }
  }

  @Override
  public void close() {
    cache.close();
  }
}
