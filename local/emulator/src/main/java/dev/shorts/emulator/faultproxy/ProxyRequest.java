package dev.shorts.emulator.faultproxy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A request on its way to a service.
 *
 * @param target path and query, as they came
 */
record ProxyRequest(String method, String target, Headers headers, Body body) {

  private static final int MOST_LOOKED_INTO = 1 << 20;

  private static final String SESSION_TOKEN = "X-Amz-Security-Token";

  /** The SDK's user agent names the application, which the local Lambda sets to the log stream. */
  private static final Pattern CALLER = Pattern.compile("\\bapp/(\\S+)");

  /** What it carries. */
  sealed interface Body {

    /** Small enough to be looked into. */
    record Held(byte[] bytes) implements Body {}

    /**
     * An upload: it goes by, once.
     *
     * @param length in bytes; negative if the caller doesn't say
     */
    record Passing(InputStream stream, long length) implements Body {}
  }

  static ProxyRequest of(HttpExchange exchange) throws IOException {
    var headers = exchange.getRequestHeaders();
    var announced = headers.getFirst("Content-Length");
    boolean chunked = headers.containsKey("Transfer-Encoding");
    long length = announced != null ? Long.parseLong(announced) : chunked ? -1 : 0;
    var stream = exchange.getRequestBody();
    var method = exchange.getRequestMethod();
    boolean upload = method.equals("PUT") && length != 0 || length > MOST_LOOKED_INTO;
    var body = upload ? new Body.Passing(stream, length) : new Body.Held(stream.readAllBytes());
    return new ProxyRequest(method, exchange.getRequestURI().toString(), headers, body);
  }

  ProxyRequest withBody(byte[] other) {
    return new ProxyRequest(method, target, headers, new Body.Held(other));
  }

  /** The same, with a body that can be sent again. */
  ProxyRequest held() throws IOException {
    return switch (body) {
      case Body.Held _ -> this;
      case Body.Passing(var stream, _) -> withBody(stream.readAllBytes());
    };
  }

  /** A caller that is still sending may not hear the answer. */
  void hearOut() throws IOException {
    if (body instanceof Body.Passing(var stream, _)) {
      stream.transferTo(OutputStream.nullOutputStream());
    }
  }

  String path() {
    return target.split("\\?", 2)[0];
  }

  boolean hasParameter(String name) {
    return parameter(name).isPresent();
  }

  /** As it is written; empty where only the name is. */
  Optional<String> parameter(String name) {
    var parts = target.split("\\?", 2);
    return Stream.of(parts.length == 2 ? parts[1].split("&") : new String[0])
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair[0].equals(name))
        .findFirst()
        .map(pair -> pair.length == 2 ? pair[1] : "");
  }

  /**
   * In whose name it is made: credentials of a role come with a session token, which the local
   * Lambda makes the role's name. Also of a presigned URL, which is in the name of its signer.
   */
  Optional<String> role() {
    return Optional.ofNullable(headers.getFirst(SESSION_TOKEN)).or(() -> parameter(SESSION_TOKEN));
  }

  /** What can be read of it: where it goes, and the body if it is small. */
  String text() {
    return target + "\n" + (body instanceof Body.Held(var bytes) ? new String(bytes, UTF_8) : "");
  }

  /** What its sender calls itself: the log stream, if that is a function's process. */
  Optional<String> caller() {
    return Optional.ofNullable(headers.getFirst("User-Agent"))
        .map(CALLER::matcher)
        .filter(matcher -> matcher.find())
        .map(matcher -> matcher.group(1));
  }
}
