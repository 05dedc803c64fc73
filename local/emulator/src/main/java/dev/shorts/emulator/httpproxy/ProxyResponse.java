package dev.shorts.emulator.httpproxy;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;

/**
 * Sends a response back to the caller, whole, in half or slowly.
 *
 * @param length of the body in bytes; negative if the service does not announce it
 */
public record ProxyResponse(int status, Headers headers, long length, InputStream body)
    implements AutoCloseable {

  private static final int STEPS_PER_SECOND = 20;
  private static final int BUFFER = 1 << 16;

  static ProxyResponse of(HttpResponse<InputStream> response) {
    long length = response.headers().firstValueAsLong("content-length").orElse(-1);
    return new ProxyResponse(
        response.statusCode(), Upstream.headers(response), length, response.body());
  }

  public static ProxyResponse of(int status, Headers headers, byte[] body) {
    return new ProxyResponse(status, headers, body.length, new ByteArrayInputStream(body));
  }

  /** The same response in memory: responses without an announced length are short. */
  private ProxyResponse buffered() throws IOException {
    return of(status, headers, body.readAllBytes());
  }

  /** Discards the rest of the body. */
  @Override
  public void close() throws IOException {
    body.close();
  }

  public void send(HttpExchange exchange) throws IOException {
    if (start(exchange)) {
      body.transferTo(exchange.getResponseBody());
    }
  }

  /**
   * Announces the whole body and sends half of it, so that the connection breaks; does not answer
   * at all if the body is empty.
   */
  public void sendHalf(HttpExchange exchange) throws IOException {
    var whole = length < 0 ? buffered() : this;
    if (whole.length > 0 && whole.start(exchange)) {
      var half = exchange.getResponseBody();
      for (long left = whole.length / 2; left > 0; ) {
        var bytes = whole.body.readNBytes((int) Math.min(left, BUFFER));
        half.write(bytes);
        left -= bytes.length == 0 ? left : bytes.length;
      }
      half.flush();
    }
  }

  public void sendSlowly(HttpExchange exchange, int bytesPerSecond)
      throws IOException, InterruptedException {
    if (start(exchange)) {
      int step = Math.max(1, bytesPerSecond / STEPS_PER_SECOND);
      for (var bytes = body.readNBytes(step); bytes.length > 0; bytes = body.readNBytes(step)) {
        Thread.sleep(1000L * bytes.length / bytesPerSecond);
        exchange.getResponseBody().write(bytes);
        exchange.getResponseBody().flush();
      }
    }
  }

  /**
   * Sends status and headers.
   *
   * @return whether a body follows
   */
  private boolean start(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().putAll(headers);
    boolean head = exchange.getRequestMethod().equals("HEAD");
    if (head && length >= 0) {
      exchange.getResponseHeaders().set("Content-Length", Long.toString(length));
    }
    boolean withoutBody = head || length == 0 || status == 204 || status == 304;
    exchange.sendResponseHeaders(status, withoutBody ? -1 : Math.max(0, length));
    return !withoutBody;
  }
}
