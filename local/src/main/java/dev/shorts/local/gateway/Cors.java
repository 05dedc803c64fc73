package dev.shorts.local.gateway;

import java.time.Duration;
import java.util.List;

/** Which pages of other origins may call the API; {@code *} is a wildcard in each list. */
public record Cors(
    List<String> allowOrigins,
    List<String> allowMethods,
    List<String> allowHeaders,
    List<String> exposeHeaders,
    Duration maxAge) {

  /** No other origin. */
  public static final Cors NONE =
      new Cors(List.of(), List.of(), List.of(), List.of(), Duration.ZERO);

  public Cors {
    allowOrigins = List.copyOf(allowOrigins);
    allowMethods = List.copyOf(allowMethods);
    allowHeaders = List.copyOf(allowHeaders);
    exposeHeaders = List.copyOf(exposeHeaders);
  }
}
