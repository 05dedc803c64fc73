package dev.shorts.emulator.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.emulator.host.JsonCodec;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** An API for tests, at noon, whose functions have a second, and a client of it. */
final class TestApi implements AutoCloseable {

  static final InetSocketAddress LOOPBACK = new InetSocketAddress("127.0.0.1", 0);
  static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-01-02T12:00:00Z"));

  static final Cors CORS =
      new Cors(
          List.of("https://app.example"),
          List.of("GET", "POST"),
          List.of("authorization"),
          List.of("location", "retry-after"),
          Duration.ofHours(1));

  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpApi api;

  TestApi(Cors cors, Route... routes) throws IOException {
    api = new HttpApi(LOOPBACK, List.of(routes), cors, NOON, Duration.ofSeconds(1));
  }

  static Route echo(String key) {
    return new Route(key, Optional.empty(), event -> event);
  }

  static Route returning(String key, String answer) {
    return new Route(key, Optional.empty(), _ -> answer.replace('\'', '"').getBytes(UTF_8));
  }

  static Consumer<HttpResponse<String>> answered(int status, String body) {
    return answer -> {
      assertThat(answer.statusCode()).isEqualTo(status);
      assertThat(answer.body()).isEqualTo(body);
    };
  }

  Map<String, Object> event(String path, Consumer<HttpRequest.Builder> more) throws Exception {
    return JsonCodec.map(send(path, more).body());
  }

  Map<String, Object> post(byte[] body, Consumer<HttpRequest.Builder> more) throws Exception {
    return event("/echo", r -> more.accept(r.POST(BodyPublishers.ofByteArray(body))));
  }

  HttpResponse<String> send(String path, Consumer<HttpRequest.Builder> more) throws Exception {
    var request = HttpRequest.newBuilder(api.url().resolve(path));
    more.accept(request);
    return client.send(request.build(), BodyHandlers.ofString());
  }

  String raw(String request) throws IOException {
    try (var socket = new Socket("127.0.0.1", api.url().getPort())) {
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }

  @Override
  public void close() {
    client.close();
    api.close();
  }
}
