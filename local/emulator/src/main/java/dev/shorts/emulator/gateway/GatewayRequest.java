package dev.shorts.emulator.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Holds a request as API Gateway passes it to a function.
 *
 * @param path decoded, and cut at an encoded question mark. AWS documents neither; seen in
 *     https://github.com/middleapi/standard-server/pull/93
 * @param query as sent
 * @param headers by lower-case name; several of one name are joined by commas
 */
record GatewayRequest(
    String method,
    String path,
    String query,
    Map<String, String> headers,
    String sourceIp,
    byte[] body) {

  /** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html */
  private static final int MAX_BODY_BYTES = 10 << 20;

  static GatewayRequest of(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
    if (body.length > MAX_BODY_BYTES) {
      throw GatewayError.tooLarge();
    }
    Map<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, all) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", all)));
    return new GatewayRequest(
        exchange.getRequestMethod(),
        decode(path(exchange.getRequestURI()).replace("+", "%2B")).replaceFirst("\\?.*", ""),
        Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""),
        headers,
        exchange.getRemoteAddress().getAddress().getHostAddress(),
        body);
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** Values of one name are joined by commas. */
  Map<String, String> queryParameters() {
    return Arrays.stream(query.split("&"))
        .filter(pair -> !pair.isEmpty())
        .map(pair -> pair.split("=", 2))
        .collect(
            toMap(
                pair -> decode(pair[0]),
                pair -> pair.length == 1 ? "" : decode(pair[1]),
                (first, second) -> first + "," + second,
                TreeMap::new));
  }

  List<String> cookies() {
    return header("cookie").map(cookies -> List.of(cookies.split("; ?"))).orElse(List.of());
  }

  /**
   * Whether the body is passed as text. All other bodies are passed in base64, also forms and
   * bodies without a type. AWS names no types; seen in
   * https://github.com/ministackorg/ministack/pull/766
   */
  boolean isText() {
    String type = header("content-type").orElse("").split(";")[0].strip().toLowerCase(Locale.ROOT);
    return type.startsWith("text/")
        || List.of("application/json", "application/xml", "application/javascript").contains(type);
  }

  /**
   * The path, also one that starts with two slashes, whose first part {@link URI} takes for a host.
   */
  private static String path(URI uri) {
    return uri.toString().startsWith("/") ? uri.toString().split("[?#]", 2)[0] : uri.getRawPath();
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException _) {
      throw GatewayError.badRequest();
    }
  }
}
