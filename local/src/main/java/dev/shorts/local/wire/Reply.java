package dev.shorts.local.wire;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;

/**
 * An answer on its way back.
 *
 * @param length of the body in bytes; negative if the service doesn't say
 */
record Reply(int status, Headers headers, long length, InputStream body) {

  private static final int TICKS_PER_SECOND = 20;

  static Reply of(HttpResponse<?> answer, InputStream body) {
    long length = answer.headers().firstValueAsLong("content-length").orElse(-1);
    return new Reply(answer.statusCode(), Upstream.headers(answer), length, body);
  }

  static Reply failure(Service service, int status, String code) {
    var failure = service.failure(status, code);
    var body = failure.body();
    return new Reply(status, failure.headers(), body.length, new ByteArrayInputStream(body));
  }

  void send(HttpExchange exchange) throws IOException {
    if (start(exchange)) {
      body.transferTo(exchange.getResponseBody());
    }
  }

  /** What is announced and doesn't come ends the connection. */
  void sendHalf(HttpExchange exchange) throws IOException {
    if (start(exchange)) {
      exchange.getResponseBody().write(body.readNBytes((int) (length / 2)));
      exchange.getResponseBody().flush();
    }
  }

  void sendSlowly(HttpExchange exchange, int bytesPerSecond)
      throws IOException, InterruptedException {
    if (start(exchange)) {
      int step = Math.max(1, bytesPerSecond / TICKS_PER_SECOND);
      for (var bytes = body.readNBytes(step); bytes.length > 0; bytes = body.readNBytes(step)) {
        exchange.getResponseBody().write(bytes);
        exchange.getResponseBody().flush();
        Thread.sleep(1000 / TICKS_PER_SECOND);
      }
    }
  }

  /** Whether a body follows. */
  private boolean start(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().putAll(headers);
    boolean head = exchange.getRequestMethod().equals("HEAD");
    if (head && length >= 0) {
      exchange.getResponseHeaders().set("Content-Length", Long.toString(length));
    }
    boolean bodiless = head || length == 0 || status == 204 || status == 304;
    exchange.sendResponseHeaders(status, bodiless ? -1 : Math.max(0, length));
    return !bodiless;
  }
}
