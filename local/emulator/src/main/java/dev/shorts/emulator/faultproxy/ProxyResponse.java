package dev.shorts.emulator.faultproxy;

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
record ProxyResponse(int status, Headers headers, long length, InputStream body)
    implements AutoCloseable {

  private static final int STEPS_PER_SECOND = 20;
  private static final int BUFFER = 1 << 16;

  static ProxyResponse of(HttpResponse<InputStream> answer) {
    long length = answer.headers().firstValueAsLong("content-length").orElse(-1);
    return new ProxyResponse(answer.statusCode(), Upstream.headers(answer), length, answer.body());
  }

  static ProxyResponse of(int status, Headers headers, byte[] body) {
    return new ProxyResponse(status, headers, body.length, new ByteArrayInputStream(body));
  }

  /** The same, read; a service that doesn't say how long its answer is has a short one. */
  ProxyResponse held() throws IOException {
    return of(status, headers, body.readAllBytes());
  }

  /** What hasn't been read of it isn't wanted. */
  @Override
  public void close() throws IOException {
    body.close();
  }

  void send(HttpExchange exchange) throws IOException {
    if (start(exchange)) {
      body.transferTo(exchange.getResponseBody());
    }
  }

  /** What is announced and doesn't come ends the connection; of an empty answer nothing comes. */
  void sendHalf(HttpExchange exchange) throws IOException {
    var whole = length < 0 ? held() : this;
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

  void sendSlowly(HttpExchange exchange, int bytesPerSecond)
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
