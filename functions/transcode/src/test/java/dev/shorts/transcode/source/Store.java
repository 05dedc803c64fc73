package dev.shorts.transcode.source;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A source in memory that counts how it is read, and answers badly when it is told to. */
final class Store implements SourceReader.Ranges {

  /** As S3 names them: from the first to the last byte. */
  final List<ByteRange> reads = new CopyOnWriteArrayList<>();

  final byte[] content;
  private final Deque<SourceReader.Ranges> next = new ArrayDeque<>();
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger mostOpen = new AtomicInteger();

  Store(int size) {
    content = new byte[size];
    new Random(1).nextBytes(content);
  }

  /** Answers the next request that nobody has spoken for in this way. */
  synchronized Store then(SourceReader.Ranges answer) {
    next.add(answer);
    return this;
  }

  Store thenFailing(RuntimeException failure) {
    return then(
        (_, _) -> {
          throw failure;
        });
  }

  /** Sends so many bytes and then ends. */
  Store thenCutOff(int after) {
    return then((first, _) -> part(first, first + after - 1));
  }

  /** Sends nothing, until whoever waits is interrupted. */
  Store thenStalling() {
    return then((_, _) -> waitingFor(new CountDownLatch(1)));
  }

  byte[] part(ByteRange range) {
    return Arrays.copyOfRange(content, (int) range.first(), (int) range.last() + 1);
  }

  int open() {
    return open.get();
  }

  int mostOpen() {
    return mostOpen.get();
  }

  @Override
  public InputStream read(long first, long last) {
    reads.add(new ByteRange(first, last));
    var answer = answer().read(first, last);
    mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
    return new Counted(answer);
  }

  InputStream part(long first, long last) {
    return new ByteArrayInputStream(part(new ByteRange(first, last)));
  }

  static InputStream waitingFor(CountDownLatch gate) {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        try {
          gate.await();
          return -1;
        } catch (InterruptedException e) {
          throw new IOException(e);
        }
      }
    };
  }

  private synchronized SourceReader.Ranges answer() {
    return next.isEmpty() ? this::part : next.remove();
  }

  private final class Counted extends FilterInputStream {

    Counted(InputStream answer) {
      super(answer);
    }

    @Override
    public void close() {
      open.decrementAndGet();
    }
  }
}
