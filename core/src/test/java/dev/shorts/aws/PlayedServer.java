package dev.shorts.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A service that plays back its answers in order, and the last one for ever. */
final class PlayedServer implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
  private final AtomicInteger requests = new AtomicInteger();

  PlayedServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  private interface Answer {
    void to(HttpExchange exchange) throws IOException, InterruptedException;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  int requests() {
    return requests.get();
  }

  PlayedServer ok(String json) {
    return then(exchange -> send(exchange, 200, json));
  }

  PlayedServer error(int status, String type, String message) {
    return then(
        exchange -> {
          exchange.getResponseHeaders().add("x-amzn-ErrorType", type);
          send(exchange, status, "{\"message\": \"%s\"}".formatted(message));
        });
  }

  PlayedServer errors(int times, int status, String type, String message) {
    for (int i = 0; i < times; i++) {
      error(status, type, message);
    }
    return this;
  }

  /** Takes the request and drops the connection. */
  PlayedServer cut() {
    return then(_ -> {});
  }

  /** Drops it in the middle of its answer. */
  PlayedServer cutAnswer() {
    return then(
        exchange -> {
          exchange.sendResponseHeaders(200, 100);
          exchange.getResponseBody().write('{');
          exchange.getResponseBody().flush();
        });
  }

  /** Takes the request and says nothing until the server is closed. */
  PlayedServer silence() {
    return then(_ -> closed.await());
  }

  private PlayedServer then(Answer answer) {
    answers.add(answer);
    return this;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      requests.incrementAndGet();
      exchange.getRequestBody().readAllBytes();
      (answers.size() > 1 ? answers.remove() : answers.element()).to(exchange);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(HttpExchange exchange, int status, String json) throws IOException {
    var bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("content-type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.close();
  }
}
