package dev.shorts.emulator.faultproxy;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.shorts.emulator.host.LoopbackServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Runs a small HTTP service that records its requests. */
final class TestService implements AutoCloseable {

  static final InetSocketAddress ANY_PORT = new InetSocketAddress("127.0.0.1", 0);

  /** A request as received. */
  record ReceivedRequest(String method, String target, Headers headers, byte[] body, int port) {}

  private final List<ReceivedRequest> requests = new CopyOnWriteArrayList<>();
  private final LoopbackServer server;

  TestService(HttpHandler answer) throws IOException {
    server =
        new LoopbackServer(
            ANY_PORT,
            exchange -> {
              requests.add(
                  new ReceivedRequest(
                      exchange.getRequestMethod(),
                      exchange.getRequestURI().toString(),
                      exchange.getRequestHeaders(),
                      exchange.getRequestBody().readAllBytes(),
                      exchange.getRemoteAddress().getPort()));
              answer.handle(exchange);
            });
  }

  /** Answers everything with {@code body}. */
  static TestService answering(String body) throws IOException {
    return new TestService(exchange -> answer(exchange, body));
  }

  static void answer(HttpExchange exchange, String body) throws IOException {
    exchange.sendResponseHeaders(200, body.length());
    exchange.getResponseBody().write(body.getBytes());
  }

  URI url() {
    return server.url();
  }

  List<ReceivedRequest> requests() {
    return requests;
  }

  @Override
  public void close() {
    server.close();
  }
}
