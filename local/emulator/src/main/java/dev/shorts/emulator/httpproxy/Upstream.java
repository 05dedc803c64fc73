package dev.shorts.emulator.httpproxy;

import com.sun.net.httpserver.Headers;
import dev.shorts.emulator.httpproxy.ProxyRequest.Body;
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

/** Sends requests to the service behind a proxy. */
public final class Upstream {

  static {
    // Signatures cover the Host header of the caller; the JDK forbids to set it without this.
    System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
    // In seconds, and shorter than any service's own limit: a request that is sent while the
    // service closes the connection would fail without a fault being switched on.
    System.setProperty("jdk.httpclient.keepalive.timeout", "5");
    // With the default of 16 kB a large object takes twice as long as without a proxy.
    System.setProperty("jdk.httpclient.bufsize", "131072");
  }

  /** Headers of one connection, not forwarded (RFC 9110, 7.6.1); the client sets its own. */
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

  public Upstream(URI service) {
    this.service = service;
  }

  public ProxyResponse send(ProxyRequest request) throws IOException, InterruptedException {
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

  /** The headers of a response that are forwarded to the caller. */
  static Headers headers(HttpResponse<?> response) {
    var all = new TreeMap<String, List<String>>(response.headers().map());
    all.keySet().removeIf(name -> HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT)));
    return new Headers(all);
  }

  public void close() {
    http.shutdownNow();
  }

  private static BodyPublisher body(ProxyRequest request) {
    return switch (request.body()) {
      case Body.Buffered(var bytes) -> BodyPublishers.ofByteArray(bytes);
      case Body.Streamed(var stream, var length) when length < 0 ->
          BodyPublishers.ofInputStream(() -> stream);
      case Body.Streamed(var stream, var length) ->
          BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> stream), length);
    };
  }
}
