package dev.shorts.emulator.lambda;

import com.sun.net.httpserver.HttpExchange;
import dev.shorts.emulator.host.JsonCodec;
import dev.shorts.emulator.host.LoopbackServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Serves Lambda's runtime API to the process of one execution environment, which requests events
 * and posts their results (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html).
 */
final class RuntimeApi implements AutoCloseable {

  private static final String ROOT = "/2018-06-01/runtime/";

  private final String functionArn;
  private final LoopbackServer server;
  private final BlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
  private final Map<String, Invocation> running = new ConcurrentHashMap<>();
  private final CompletableFuture<Optional<InvocationResult.FunctionError>> started =
      new CompletableFuture<>();

  RuntimeApi(String functionArn) throws IOException {
    this.functionArn = functionArn;
    var anyPort = new InetSocketAddress("127.0.0.1", 0);
    this.server = new LoopbackServer(anyPort, this::serve);
  }

  /** The value of {@code AWS_LAMBDA_RUNTIME_API}. */
  String address() {
    return server.url().getAuthority();
  }

  /** Completes when the process first requests an event, or with the error of its start. */
  CompletableFuture<Optional<InvocationResult.FunctionError>> started() {
    return started;
  }

  void offer(Invocation invocation) {
    waiting.add(invocation);
  }

  @Override
  public void close() {
    server.close();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try {
      String[] path = exchange.getRequestURI().getPath().replaceFirst(ROOT, "").split("/");
      switch (String.join("/", path.length == 3 ? new String[] {path[0], "*", path[2]} : path)) {
        case "invocation/next" -> next(exchange);
        case "invocation/*/response" ->
            complete(exchange, path[1], new InvocationResult.Payload(body(exchange)));
        case "invocation/*/error" -> complete(exchange, path[1], error(exchange));
        case "init/error" -> {
          started.complete(Optional.of(error(exchange)));
          exchange.sendResponseHeaders(202, -1);
        }
        default -> exchange.sendResponseHeaders(404, -1);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void next(HttpExchange exchange) throws IOException, InterruptedException {
    started.complete(Optional.empty());
    Invocation invocation = waiting.take();
    running.put(invocation.id(), invocation);
    invocation.taken().complete(null);
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "application/json");
    headers.set("Lambda-Runtime-Aws-Request-Id", invocation.id());
    headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(invocation.deadline().toEpochMilli()));
    headers.set("Lambda-Runtime-Invoked-Function-Arn", functionArn);
    headers.set("Lambda-Runtime-Trace-Id", traceId(invocation));
    exchange.sendResponseHeaders(200, invocation.event().length);
    exchange.getResponseBody().write(invocation.event());
  }

  private void complete(HttpExchange exchange, String id, InvocationResult result)
      throws IOException {
    Invocation invocation = running.remove(id);
    exchange.sendResponseHeaders(invocation == null ? 400 : 202, -1);
    if (invocation != null) {
      invocation.result().complete(result);
    }
  }

  private static byte[] body(HttpExchange exchange) {
    try {
      return exchange.getRequestBody().readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InvocationResult.FunctionError error(HttpExchange exchange) throws IOException {
    Map<String, Object> error = JsonCodec.map(body(exchange));
    return new InvocationResult.FunctionError(
        String.valueOf(error.getOrDefault("errorType", "Runtime.Unknown")),
        String.valueOf(error.getOrDefault("errorMessage", "")));
  }

  /** A trace id for X-Ray that is not sampled, made from the request id. */
  private static String traceId(Invocation invocation) {
    String digits = invocation.id().replace("-", "");
    return "Root=1-%s-%s;Sampled=0".formatted(digits.substring(0, 8), digits.substring(8));
  }
}
