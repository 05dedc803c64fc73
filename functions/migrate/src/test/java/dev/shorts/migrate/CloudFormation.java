package dev.shorts.migrate;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import dev.shorts.json.Json;
import dev.shorts.log.Log;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Receives the response of a custom resource, as CloudFormation's presigned URL does. */
final class CloudFormation implements AutoCloseable {

  private final AtomicReference<Map<String, Object>> answer = new AtomicReference<>(Map.of());
  private final AtomicInteger silences = new AtomicInteger();
  private final AtomicInteger refusals = new AtomicInteger();
  private final AtomicInteger bytes = new AtomicInteger();
  private final HttpServer server;

  CloudFormation() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          var body = exchange.getRequestBody().readAllBytes();
          if (silences.getAndDecrement() > 0) {
            return;
          }
          if (refusals.getAndDecrement() > 0) {
            exchange.sendResponseHeaders(503, -1);
          } else {
            bytes.set(body.length);
            answer.set(Json.object(body));
            exchange.sendResponseHeaders(200, -1);
          }
          exchange.close();
        });
    server.start();
  }

  /** A request, which names this as where the answer goes. */
  Map<String, Object> event(String type, String stack, String request) {
    return Map.of(
        "RequestType",
        type,
        "ResponseURL",
        url(),
        "StackId",
        stack,
        "RequestId",
        request,
        "LogicalResourceId",
        "Migration",
        "ResourceType",
        "Custom::Migration",
        "ResourceProperties",
        Map.of("Code", "7"));
  }

  /** Has the migration deal with it. */
  static void deliver(
      Map<String, Object> event, Run run, OutputStream log, Supplier<Migrate> wiring)
      throws IOException {
    new MigrateHandler(
            Log.to(new PrintStream(log, true), InstantSource.fixed(Instant.EPOCH)), wiring)
        .handleRequest(
            new ByteArrayInputStream(Json.write(event).getBytes(UTF_8)),
            OutputStream.nullOutputStream(),
            run);
  }

  private String url() {
    return "http://127.0.0.1:%d/answer?signed".formatted(server.getAddress().getPort());
  }

  /** Doesn't take the next answers. */
  void refuse(int times) {
    refusals.set(times);
  }

  /** Says nothing to the next answers. */
  void keepSilent(int times) {
    silences.set(times);
  }

  Map<String, Object> answer() {
    return answer.get();
  }

  String reason() {
    return (String) answer.get().get("Reason");
  }

  /** Of the answer. */
  int bytes() {
    return bytes.get();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
