package dev.shorts.transcode.source;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.shorts.transcode.source.ByteRange.Asked;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Serves one source to FFmpeg over HTTP on the loopback, so that FFmpeg needs no TLS, no DNS and no
 * credentials, and reads only the parts of the source that it needs. The path is a secret, and
 * requests are served until the server is closed.
 *
 * <p>However large the source and however slow its reader, it holds at most {@link #READERS} +
 * {@link BlockCache#AHEAD} requests of 1 MiB (12 MiB, mostly the SDK's), a block of 32 KiB for each
 * of them and for each reader, and 3 MiB of positions on disk: under 16 MiB of memory, and 1 GiB of
 * disk.
 */
public final class RangeServer implements AutoCloseable {

  /** Requests served at the same time. FFmpeg opens one connection after the other. */
  static final int READERS = 8;

  private final HttpServer server;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(READERS, Thread.ofVirtual().factory());
  private final String path;
  private final long size;
  private final SourceReader reader;

  /**
   * Starts a server.
   *
   * @param secret makes the path unguessable
   * @param file for fetched blocks; must not exist yet
   * @param clock measures the time that FFmpeg's requests wait
   */
  public static RangeServer of(SourceObject source, String secret, Path file, InstantSource clock) {
    return new RangeServer(
        SourceReader.of(source::read, source.size(), file, clock), source.size(), secret);
  }

  RangeServer(SourceReader reader, long size, String secret) {
    this.reader = reader;
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

  /** Returns the number of bytes fetched from the source. */
  public long bytesRead() {
    return reader.bytesRead();
  }

  /**
   * Returns the time that FFmpeg's requests waited for bytes; FFmpeg may have been decoding
   * meanwhile.
   */
  public Duration waited() {
    return reader.waited();
  }

  /**
   * Throws the error of a read that failed for good. Must be called before FFmpeg's result is used,
   * since FFmpeg takes a failed read for the end of the file.
   */
  public void throwReadError() {
    reader.throwReadError();
  }

  /**
   * Throws the last retried error, if the store has not recovered since. Call it after a time-out
   * of FFmpeg, which a slow store may have caused.
   */
  public void throwLastRetryError() {
    reader.throwLastRetryError();
  }

  @Override
  public void close() {
    server.stop(0);
    Shutdown.now(threads);
    reader.close();
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
      case Asked.Part(var asked) -> {
        // A server may send less than asked for (RFC 9110, section 15.3.7); FFmpeg asks again.
        var range = withBody ? reader.startInWindow(asked) : asked;
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
    reader.copy(range, exchange.getResponseBody());
  }
}
