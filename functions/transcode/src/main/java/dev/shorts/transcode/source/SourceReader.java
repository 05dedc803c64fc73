package dev.shorts.transcode.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Copies parts of a source to FFmpeg, counts them, and remembers why it couldn't go on. */
final class SourceReader {

  /** Asked of the store at once. FFmpeg leaves early when it seeks: then the rest isn't fetched. */
  private static final long CHUNK = 8 << 20;

  private static final int COPIED_AT_ONCE = 64 << 10;

  private final Ranges ranges;
  private final AtomicLong bytesRead = new AtomicLong();
  private final AtomicReference<RuntimeException> failure = new AtomicReference<>();

  /** Where the bytes come from. */
  @FunctionalInterface
  interface Ranges {
    InputStream read(long first, long last);
  }

  SourceReader(Ranges ranges) {
    this.ranges = ranges;
  }

  long bytesRead() {
    return bytesRead.get();
  }

  void throwFailure() {
    if (failure.get() != null) {
      throw failure.get();
    }
  }

  /**
   * @throws IOException if {@code out} takes no more: FFmpeg is somewhere else by now
   */
  void copy(ByteRange range, OutputStream out) throws IOException {
    try {
      for (long first = range.first(); first <= range.last(); first += CHUNK) {
        copyChunk(new ByteRange(first, Math.min(range.last(), first + CHUNK - 1)), out);
      }
    } catch (RuntimeException e) {
      failure.compareAndSet(null, e);
      throw e;
    }
  }

  private void copyChunk(ByteRange chunk, OutputStream out) throws IOException {
    var buffer = new byte[COPIED_AT_ONCE];
    try (var stream = ranges.read(chunk.first(), chunk.last())) {
      long missing = chunk.length();
      while (missing > 0) {
        int count = fetch(stream, buffer);
        out.write(buffer, 0, count);
        missing -= count;
      }
    }
  }

  /** What goes wrong here is the store's fault, and must not be taken for FFmpeg's leaving. */
  private int fetch(InputStream stream, byte[] buffer) {
    try {
      int count = stream.read(buffer);
      if (count < 0) {
        throw new IOException("the store sent less than it was asked for");
      }
      bytesRead.addAndGet(count);
      return count;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
