package dev.shorts.emulator.gateway;

import com.sun.net.httpserver.HttpExchange;
import dev.shorts.emulator.host.LoopbackServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** API Gateway's HTTP API, payload format 2.0. */
public final class HttpApi implements AutoCloseable {

  /** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html */
  private static final Duration LONGEST_INTEGRATION = Duration.ofSeconds(30);

  private static final int REQUEST_ID_BYTES = 11;

  private final RouteTable routes;
  private final Cors cors;
  private final InstantSource clock;
  private final Duration patience;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final LoopbackServer server;

  /**
   * @param bind where to listen; port 0 is any free one
   */
  public HttpApi(InetSocketAddress bind, List<Route> routes, Cors cors, InstantSource clock)
      throws IOException {
    this(bind, routes, cors, clock, LONGEST_INTEGRATION);
  }

  HttpApi(
      InetSocketAddress bind, List<Route> routes, Cors cors, InstantSource clock, Duration patience)
      throws IOException {
    this.routes = new RouteTable(routes);
    this.cors = cors;
    this.clock = clock;
    this.patience = patience;
    server = new LoopbackServer(bind, this::serve);
  }

  public URI url() {
    return server.url();
  }

  @Override
  public void close() {
    server.close();
    threads.shutdownNow();
  }

  /** Whatever fails, it becomes an answer here. */
  private void serve(HttpExchange exchange) throws IOException {
    String requestId = requestId();
    try {
      var request = GatewayRequest.of(exchange);
      GatewayResponse answer = cors.preflight(request).orElseGet(() -> answer(request, requestId));
      send(exchange, requestId, answer.withHeaders(cors.headers(request)));
    } catch (GatewayError e) {
      send(exchange, requestId, e.answer());
    } catch (RuntimeException e) {
      // The function's answer had no form that can be sent.
      send(exchange, requestId, GatewayError.functionFailed().answer());
    }
  }

  private GatewayResponse answer(GatewayRequest request, String requestId) {
    try {
      var match = routes.find(request.method(), request.path()).orElseThrow(GatewayError::notFound);
      var claims = match.route().authorizer().map(a -> a.claims(request.header("authorization")));
      byte[] event = ProxyEvent.of(request, match, claims, requestId, clock.instant());
      return GatewayResponse.ofFunction(invoke(match.route().integration(), event));
    } catch (GatewayError e) {
      return e.answer();
    }
  }

  /** A function that takes too long runs on; the caller doesn't wait for it. */
  private byte[] invoke(Integration integration, byte[] event) {
    var running = threads.submit(() -> integration.invoke(event));
    try {
      return running.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw GatewayError.functionFailed();
    } catch (TimeoutException e) {
      throw GatewayError.timedOut();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw GatewayError.timedOut();
    }
  }

  private static void send(HttpExchange exchange, String requestId, GatewayResponse answer)
      throws IOException {
    var headers = exchange.getResponseHeaders();
    headers.clear();
    answer.headers().forEach(headers::set);
    answer.cookies().forEach(cookie -> headers.add("set-cookie", cookie));
    headers.set("apigw-requestid", requestId);
    boolean bodiless = answer.body().length == 0 || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(answer.status(), bodiless ? -1 : answer.body().length);
    if (!bodiless) {
      exchange.getResponseBody().write(answer.body());
    }
  }

  private static String requestId() {
    byte[] id = new byte[REQUEST_ID_BYTES];
    ThreadLocalRandom.current().nextBytes(id);
    return Base64.getUrlEncoder().encodeToString(id);
  }
}
