package dev.shorts.transcode.source;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.shorts.transcode.source.ByteRange.Asked;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Shows one source to FFmpeg over HTTP on the loopback, so that FFmpeg needs no TLS, no DNS and no
 * credentials, and reads only the parts of the source that it needs. Only who knows the path can
 * read, and only until the server is closed.
 */
public final class RangeServer implements AutoCloseable {

  /** Asked of the store at once. FFmpeg leaves early when it seeks: then the rest isn't fetched. */
  private static final long CHUNK = 8 << 20;

  private static final int COPIED_AT_ONCE = 64 << 10;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final String path;
  private final long size;
  private final Ranges ranges;
  private final AtomicLong bytesRead = new AtomicLong();
  private final AtomicReference<RuntimeException> failure = new AtomicReference<>();

  /** Where the bytes come from. */
  @FunctionalInterface
  interface Ranges {
    InputStream read(long first, long last);
  }

  /**
   * @param secret makes the path unguessable
   */
  public static RangeServer of(SourceObject source, String secret) {
    return new RangeServer(source::read, source.size(), secret);
  }

  RangeServer(Ranges ranges, long size, String secret) {
    this.ranges = ranges;
    this.size = size;
    this.path = "/" + secret;
    // Header and body are two packets; without this the second waits 40 ms for a late ACK.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  /** How many bytes of the source were fetched. */
  public long bytesRead() {
    return bytesRead.get();
  }

  /**
   * To be called before FFmpeg's word counts: it takes what it could not read for the source's end.
   */
  public void throwFailure() {
    if (failure.get() != null) {
      throw failure.get();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var method = exchange.getRequestMethod();
      if (!exchange.getRequestURI().getPath().equals(path)) {
        exchange.sendResponseHeaders(404, -1);
      } else if (method.equals("GET") || method.equals("HEAD")) {
        answer(exchange, method.equals("GET"));
      } else {
        exchange.sendResponseHeaders(405, -1);
      }
    }
  }

  private void answer(HttpExchange exchange, boolean withBody) throws IOException {
    var headers = exchange.getResponseHeaders();
    headers.set("Accept-Ranges", "bytes");
    headers.set("Content-Type", "application/octet-stream");
    var header = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Range"));
    switch (ByteRange.asked(header, size)) {
      case Asked.Outside() -> {
        headers.set("Content-Range", "bytes */" + size);
        exchange.sendResponseHeaders(416, -1);
      }
      case Asked.Whole() -> send(exchange, 200, new ByteRange(0, size - 1), withBody);
      case Asked.Part(var range) -> {
        headers.set("Content-Range", "bytes %d-%d/%d".formatted(range.first(), range.last(), size));
        send(exchange, 206, range, withBody);
      }
    }
  }

  private void send(HttpExchange exchange, int status, ByteRange range, boolean withBody)
      throws IOException {
    if (!withBody || range.length() == 0) {
      exchange.getResponseHeaders().set("Content-Length", Long.toString(range.length()));
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    exchange.sendResponseHeaders(status, range.length());
    var body = exchange.getResponseBody();
    for (long first = range.first(); first <= range.last(); first += CHUNK) {
      copy(new ByteRange(first, Math.min(range.last(), first + CHUNK - 1)), body);
    }
  }

  /** What FFmpeg no longer wants ends in an IOException, and the exchange with it. */
  private void copy(ByteRange chunk, OutputStream body) throws IOException {
    var buffer = new byte[COPIED_AT_ONCE];
    try (var stream = ranges.read(chunk.first(), chunk.last())) {
      long missing = chunk.length();
      while (missing > 0) {
        int count = fetch(stream, buffer);
        body.write(buffer, 0, count);
        missing -= count;
      }
    } catch (RuntimeException e) {
      failure.compareAndSet(null, e);
      throw e;
    }
  }

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
