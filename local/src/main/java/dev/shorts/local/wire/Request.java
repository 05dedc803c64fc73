package dev.shorts.local.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A request on its way to a service.
 *
 * @param length of the body in bytes
 * @param small the body, if it is small enough to be looked into; an upload is not
 * @param large the body otherwise
 */
record Request(
    String method,
    String target,
    Headers headers,
    long length,
    Optional<byte[]> small,
    InputStream large) {

  private static final int MOST_LOOKED_INTO = 1 << 20;

  /** The SDK's user agent names the application, which the local Lambda sets to the log stream. */
  private static final Pattern CALLER = Pattern.compile("\\bapp/(\\S+)");

  static Request of(HttpExchange exchange) throws IOException {
    var headers = exchange.getRequestHeaders();
    var announced = headers.getFirst("Content-Length");
    long length = announced == null ? -1 : Long.parseLong(announced);
    var method = exchange.getRequestMethod();
    var target = exchange.getRequestURI().toString();
    if (method.equals("PUT") || length > MOST_LOOKED_INTO) {
      var body = exchange.getRequestBody();
      return new Request(method, target, headers, length, Optional.empty(), body);
    }
    return new Request(method, target, headers, exchange.getRequestBody().readAllBytes());
  }

  private Request(String method, String target, Headers headers, byte[] body) {
    this(method, target, headers, body.length, Optional.of(body), new ByteArrayInputStream(body));
  }

  Request withBody(byte[] body) {
    return new Request(method, target, headers, body);
  }

  String path() {
    return target.split("\\?", 2)[0];
  }

  boolean hasParameter(String name) {
    var parts = target.split("\\?", 2);
    return parts.length == 2
        && Stream.of(parts[1].split("&")).anyMatch(pair -> pair.split("=")[0].equals(name));
  }

  /** What can be read of it: where it goes, and the body if it is small. */
  String text() {
    return target + "\n" + small.map(body -> new String(body, UTF_8)).orElse("");
  }

  /** The log stream of the process that sends it; empty if that isn't a function's. */
  Optional<String> caller() {
    return Optional.ofNullable(headers.getFirst("User-Agent"))
        .map(CALLER::matcher)
        .filter(matcher -> matcher.find())
        .map(matcher -> matcher.group(1));
  }
}
