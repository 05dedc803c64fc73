package dev.shorts.emulator.faultproxy;

import com.sun.net.httpserver.Headers;
import dev.shorts.emulator.faultproxy.ProxyRequest.Body;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/** The real service behind a wire. */
final class Upstream {

  static {
    // Signatures cover the host that the caller named; the JDK lets nobody set it otherwise.
    System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
    // Sooner than any service gives a connection up: a request that meets the end of its
    // connection would be lost, and nobody put that fault there. In seconds.
    System.setProperty("jdk.httpclient.keepalive.timeout", "5");
    // With the usual 16 kB a large object takes twice as long as without a wire.
    System.setProperty("jdk.httpclient.bufsize", "131072");
  }

  /** Between two neighbours only, so not passed on (RFC 9110, 7.6.1); the client sets its own. */
  private static final Set<String> HOP_BY_HOP =
      Set.of(
          "connection",
          "content-length",
          "expect",
          "http2-settings",
          "keep-alive",
          "transfer-encoding",
          "upgrade");

  private final URI service;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  Upstream(URI service) {
    this.service = service;
  }

  ProxyResponse send(ProxyRequest request) throws IOException, InterruptedException {
    var forwarded =
        HttpRequest.newBuilder(URI.create(service + request.target()))
            .method(request.method(), body(request));
    request
        .headers()
        .forEach(
            (name, values) -> {
              if (!HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> forwarded.header(name, value));
              }
            });
    return ProxyResponse.of(http.send(forwarded.build(), BodyHandlers.ofInputStream()));
  }

  /** The headers of an answer that are for the caller. */
  static Headers headers(HttpResponse<?> answer) {
    var all = new TreeMap<String, List<String>>(answer.headers().map());
    all.keySet().removeIf(name -> HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT)));
    return new Headers(all);
  }

  void close() {
    http.shutdownNow();
  }

  private static BodyPublisher body(ProxyRequest request) {
    return switch (request.body()) {
      case Body.Held(var bytes) -> BodyPublishers.ofByteArray(bytes);
      case Body.Passing(var stream, var length) when length < 0 ->
          BodyPublishers.ofInputStream(() -> stream);
      case Body.Passing(var stream, var length) ->
          BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> stream), length);
    };
  }
}
