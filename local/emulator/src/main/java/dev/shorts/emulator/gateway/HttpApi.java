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
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Serves an HTTP API of API Gateway, with payload format 2.0. */
public final class HttpApi implements AutoCloseable {

  /** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html */
  private static final Duration INTEGRATION_TIMEOUT = Duration.ofSeconds(30);

  private static final int REQUEST_ID_BYTES = 11;

  private final RouteTable routes;
  private final Cors cors;
  private final InstantSource clock;
  private final Duration integrationTimeout;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final LoopbackServer server;

  /**
   * @param bind address to listen on; port 0 is any free one
   */
  public HttpApi(InetSocketAddress bind, List<Route> routes, Cors cors, InstantSource clock)
      throws IOException {
    this(bind, routes, cors, clock, INTEGRATION_TIMEOUT);
  }

  HttpApi(
      InetSocketAddress bind,
      List<Route> routes,
      Cors cors,
      InstantSource clock,
      Duration integrationTimeout)
      throws IOException {
    this.routes = new RouteTable(routes);
    this.cors = cors;
    this.clock = clock;
    this.integrationTimeout = integrationTimeout;
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

  /** Turns every failure into a response. */
  private void serve(HttpExchange exchange) throws IOException {
    String requestId = requestId();
    try {
      var request = GatewayRequest.of(exchange);
      GatewayResponse response =
          cors.preflight(request).orElseGet(() -> respond(request, requestId));
      send(exchange, requestId, response.withHeaders(cors.headers(request)));
    } catch (GatewayError e) {
      send(exchange, requestId, e.response());
    } catch (RuntimeException e) {
      // The function returned a value that is no response.
      send(exchange, requestId, GatewayError.functionFailed().response());
    }
  }

  private GatewayResponse respond(GatewayRequest request, String requestId) {
    try {
      var match = routes.find(request.method(), request.path()).orElseThrow(GatewayError::notFound);
      var authorizer = match.route().authorizer();
      var claims = authorizer.map(jwt -> jwt.claims(request)).orElse(Map.of());
      byte[] event = ProxyEvent.of(request, match, claims, requestId, clock.instant());
      return GatewayResponse.ofFunction(invoke(match.route().integration(), event));
    } catch (GatewayError e) {
      return e.response();
    }
  }

  /** Invokes the function; one that exceeds the time-out runs on without its caller. */
  private byte[] invoke(Integration integration, byte[] event) {
    var running = threads.submit(() -> integration.invoke(event));
    try {
      return running.get(integrationTimeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw GatewayError.functionFailed();
    } catch (TimeoutException e) {
      throw GatewayError.timedOut();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw GatewayError.timedOut();
    }
  }

  private static void send(HttpExchange exchange, String requestId, GatewayResponse response)
      throws IOException {
    var headers = exchange.getResponseHeaders();
    headers.clear();
    response.headers().forEach(headers::set);
    response.cookies().forEach(cookie -> headers.add("set-cookie", cookie));
    headers.set("apigw-requestid", requestId);
    boolean withoutBody = response.body().length == 0 || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(response.status(), withoutBody ? -1 : response.body().length);
    if (!withoutBody) {
      exchange.getResponseBody().write(response.body());
    }
  }

  private static String requestId() {
    byte[] id = new byte[REQUEST_ID_BYTES];
    ThreadLocalRandom.current().nextBytes(id);
    return Base64.getUrlEncoder().encodeToString(id);
  }
}
