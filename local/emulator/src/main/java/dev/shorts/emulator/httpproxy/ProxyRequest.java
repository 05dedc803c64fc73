package dev.shorts.emulator.httpproxy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import dev.shorts.emulator.host.JsonCodec;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Holds a request that is forwarded to a service.
 *
 * @param target path and query as received
 */
public record ProxyRequest(String method, String target, Headers headers, Body body) {

  private static final int MAX_BUFFERED_BYTES = 1 << 20;

  private static final String SESSION_TOKEN = "X-Amz-Security-Token";

  /** The SDK's user agent names the application, which the local Lambda sets to the log stream. */
  private static final Pattern CALLER = Pattern.compile("\\bapp/(\\S+)");

  /** The body of a request. */
  public sealed interface Body {

    /** A body that is small enough to be read into memory. */
    record Buffered(byte[] bytes) implements Body {}

    /**
     * An upload, which can be read once.
     *
     * @param length in bytes; negative if the caller does not announce it
     */
    record Streamed(InputStream stream, long length) implements Body {}
  }

  public static ProxyRequest of(HttpExchange exchange) throws IOException {
    var headers = exchange.getRequestHeaders();
    var contentLength = headers.getFirst("Content-Length");
    boolean chunked = headers.containsKey("Transfer-Encoding");
    long length = contentLength != null ? Long.parseLong(contentLength) : chunked ? -1 : 0;
    var stream = exchange.getRequestBody();
    var method = exchange.getRequestMethod();
    boolean upload = method.equals("PUT") && length != 0 || length > MAX_BUFFERED_BYTES;
    var body =
        upload ? new Body.Streamed(stream, length) : new Body.Buffered(stream.readAllBytes());
    return new ProxyRequest(method, exchange.getRequestURI().toString(), headers, body);
  }

  public ProxyRequest withBody(byte[] other) {
    return new ProxyRequest(method, target, headers, new Body.Buffered(other));
  }

  /** The same request with a body that can be sent again. */
  public ProxyRequest buffered() throws IOException {
    return switch (body) {
      case Body.Buffered _ -> this;
      case Body.Streamed(var stream, _) -> withBody(stream.readAllBytes());
    };
  }

  /** Reads the rest of an upload: a caller that is still sending may miss the response. */
  public void drain() throws IOException {
    if (body instanceof Body.Streamed(var stream, _)) {
      stream.transferTo(OutputStream.nullOutputStream());
    }
  }

  public String path() {
    return target.split("\\?", 2)[0];
  }

  public boolean hasParameter(String name) {
    return parameter(name).isPresent();
  }

  /** A query parameter, not decoded; an empty text if it has a name only. */
  public Optional<String> parameter(String name) {
    var parts = target.split("\\?", 2);
    return Stream.of(parts.length == 2 ? parts[1].split("&") : new String[0])
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair[0].equals(name))
        .findFirst()
        .map(pair -> pair.length == 2 ? pair[1] : "");
  }

  /**
   * The role that signs the request. Credentials of a role come with a session token, which the
   * local Lambda sets to the role's name; a presigned URL carries the token of its signer.
   */
  public Optional<String> role() {
    return Optional.ofNullable(headers.getFirst(SESSION_TOKEN)).or(() -> parameter(SESSION_TOKEN));
  }

  /** The target, and the body if it is buffered. */
  public String text() {
    return target
        + "\n"
        + (body instanceof Body.Buffered(var bytes) ? new String(bytes, UTF_8) : "");
  }

  /** The body as JSON; a missing node if it is streamed or no JSON. */
  public JsonNode json() {
    return body instanceof Body.Buffered(var bytes)
        ? JsonCodec.tree(bytes)
        : MissingNode.getInstance();
  }

  /** The application id in the user agent: the log stream, if a function's process calls. */
  public Optional<String> caller() {
    return Optional.ofNullable(headers.getFirst("User-Agent"))
        .map(CALLER::matcher)
        .filter(matcher -> matcher.find())
        .map(matcher -> matcher.group(1));
  }
}
