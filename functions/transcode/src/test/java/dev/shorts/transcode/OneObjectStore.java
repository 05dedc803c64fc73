package dev.shorts.transcode;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** S3 with one object, conditional writes and an ETag of its content, over HTTP. */
final class OneObjectStore implements AutoCloseable {

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Queue<Answer> next = new ConcurrentLinkedQueue<>();
  private final List<String> answered = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private Optional<byte[]> content = Optional.empty();

  OneObjectStore() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  /** The status that a request gets; 0 is a connection that is cut. */
  interface Answer {
    int to(HttpExchange exchange, byte[] body);
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What comes next is answered in this way. */
  OneObjectStore then(Answer answer) {
    next.add(answer);
    return this;
  }

  /** What comes next is answered as it should be. */
  OneObjectStore thenAsItShould() {
    return then(this::asItShould);
  }

  /** The answer to what comes next is lost on its way. */
  OneObjectStore thenLosingItsAnswer() {
    return then(
        (exchange, body) -> {
          asItShould(exchange, body);
          return 0;
        });
  }

  /** Just before what comes next, somebody else writes. */
  OneObjectStore thenAfter(String othersContent) {
    return then(
        (exchange, body) -> {
          holds(othersContent);
          return asItShould(exchange, body);
        });
  }

  /** Just before what comes next, the object is deleted. */
  OneObjectStore thenAfterDeletion() {
    return then(
        (exchange, body) -> {
          content = Optional.empty();
          return asItShould(exchange, body);
        });
  }

  OneObjectStore holds(String text) {
    content = Optional.of(text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  Optional<String> content() {
    return content.map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  /** As in "PUT * 412": the method, what it was conditional on, and the status. */
  List<String> answered() {
    return List.copyOf(answered);
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = body(exchange);
      var condition = condition(exchange);
      var answer = next.poll();
      int status = (answer == null ? (Answer) this::asItShould : answer).to(exchange, body);
      answered.add("%s%s %d".formatted(exchange.getRequestMethod(), condition, status));
      if (status != 0) {
        content.ifPresent(there -> exchange.getResponseHeaders().add("ETag", etag(there)));
        exchange.sendResponseHeaders(status, -1);
      }
    }
  }

  private synchronized int asItShould(HttpExchange exchange, byte[] body) {
    if (exchange.getRequestMethod().equals("HEAD")) {
      return content.isPresent() ? 200 : 404;
    }
    var etag = Optional.ofNullable(exchange.getRequestHeaders().getFirst("If-Match"));
    if (etag.isPresent() && content.isEmpty()) {
      return 404;
    }
    if (etag.map(seen -> !seen.equals(etag(content.get()))).orElse(content.isPresent())) {
      return 412;
    }
    content = Optional.of(body);
    return 200;
  }

  private String condition(HttpExchange exchange) {
    var headers = exchange.getRequestHeaders();
    return headers.containsKey("If-None-Match")
        ? " *"
        : headers.containsKey("If-Match") ? " =" : "";
  }

  private static String etag(byte[] content) {
    try {
      var digest = MessageDigest.getInstance("MD5").digest(content);
      return "\"%032x\"".formatted(new BigInteger(1, digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Without the SDK's own chunks, each of which says its size and signature in a line. */
  private static byte[] body(HttpExchange exchange) throws IOException {
    var encoding = exchange.getRequestHeaders().getOrDefault("Content-Encoding", List.of());
    var sent = exchange.getRequestBody().readAllBytes();
    if (!encoding.contains("aws-chunked")) {
      return sent;
    }
    var input = new ByteArrayInputStream(sent);
    var whole = new ByteArrayOutputStream();
    for (int size = size(input); size > 0; size = size(input)) {
      whole.write(input.readNBytes(size));
      line(input);
    }
    return whole.toByteArray();
  }

  private static int size(InputStream input) throws IOException {
    return Integer.parseInt(line(input).split(";")[0], 16);
  }

  private static String line(InputStream input) throws IOException {
    var line = new ArrayList<Integer>();
    for (int next = input.read(); next != '\n'; next = input.read()) {
      line.add(next);
    }
    var text = new StringBuilder();
    line.forEach(character -> text.append((char) character.intValue()));
    return text.toString().strip();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
