package dev.shorts.emulator.gateway;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Configures which web pages of other origins may call the API; {@code *} allows all of a list. */
public record Cors(
    List<String> allowOrigins,
    List<String> allowMethods,
    List<String> allowHeaders,
    List<String> exposeHeaders,
    Duration maxAge) {

  /** Allows no other origin. */
  public static final Cors NONE =
      new Cors(List.of(), List.of(), List.of(), List.of(), Duration.ZERO);

  public Cors {
    allowOrigins = List.copyOf(allowOrigins);
    allowMethods = List.copyOf(allowMethods);
    allowHeaders = List.copyOf(allowHeaders);
    exposeHeaders = List.copyOf(exposeHeaders);
  }

  /** The response to a preflight request, which reaches no function; empty for other requests. */
  Optional<GatewayResponse> preflight(GatewayRequest request) {
    boolean isPreflight =
        request.method().equals("OPTIONS")
            && request.header("origin").isPresent()
            && request.header("access-control-request-method").isPresent();
    return isPreflight && !allowOrigins.isEmpty()
        ? Optional.of(new GatewayResponse(204, preflightHeaders(request), List.of(), new byte[0]))
        : Optional.empty();
  }

  /** The headers of every other response, errors included. */
  Map<String, String> headers(GatewayRequest request) {
    Map<String, String> headers = new TreeMap<>();
    allowedOrigin(request)
        .ifPresent(
            origin -> {
              headers.put("access-control-allow-origin", origin);
              put(headers, "access-control-expose-headers", exposeHeaders);
            });
    return headers;
  }

  private Map<String, String> preflightHeaders(GatewayRequest request) {
    Map<String, String> headers = new TreeMap<>();
    allowedOrigin(request)
        .ifPresent(
            origin -> {
              headers.put("access-control-allow-origin", origin);
              put(headers, "access-control-allow-methods", allowMethods);
              put(headers, "access-control-allow-headers", allowHeaders);
              headers.put("access-control-max-age", String.valueOf(maxAge.toSeconds()));
            });
    return headers;
  }

  private Optional<String> allowedOrigin(GatewayRequest request) {
    if (allowOrigins.contains("*")) {
      return request.header("origin").map(_ -> "*");
    }
    return request.header("origin").filter(allowOrigins::contains);
  }

  private static void put(Map<String, String> headers, String name, List<String> values) {
    if (!values.isEmpty()) {
      headers.put(name, String.join(",", values));
    }
  }
}
