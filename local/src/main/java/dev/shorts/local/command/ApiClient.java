package dev.shorts.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shorts.emulator.host.JsonCodec;
import dev.shorts.local.Endpoints;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Calls the HTTP API as a client of the product does. */
public final class ApiClient {

  /** Long enough to try things out with one token. */
  private static final Duration TOKEN_LIFE = Duration.ofDays(1);

  private final HttpClient http = HttpClient.newHttpClient();
  private final Endpoints endpoints;
  private final String token;

  public ApiClient(Endpoints endpoints, String user)
      throws IOException, InterruptedException, UsageException {
    this.endpoints = endpoints;
    var form =
        HttpRequest.newBuilder(URI.create(endpoints.issuer() + "/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    "sub=%s&ttl_s=%d"
                        .formatted(URLEncoder.encode(user, UTF_8), TOKEN_LIFE.toSeconds())));
    this.token = (String) send(form).get("access_token");
  }

  String token() {
    return token;
  }

  /** Creates an export of a scene. */
  public Map<String, Object> create(String scene, Map<String, String> options)
      throws IOException, InterruptedException, UsageException {
    return send(
        authorized("/v1/scenes/%s/export-short".formatted(scene))
            .POST(BodyPublishers.ofString(JsonCodec.text(options))));
  }

  public Map<String, Object> export(String id)
      throws IOException, InterruptedException, UsageException {
    return send(authorized("/v1/exports/" + id));
  }

  public void upload(URI presigned, BodyPublisher content)
      throws IOException, InterruptedException {
    var put = HttpRequest.newBuilder(presigned).PUT(content).build();
    requireOk("Upload", http.send(put, BodyHandlers.discarding()).statusCode());
  }

  void download(URI presigned, Path file) throws IOException, InterruptedException {
    var get = HttpRequest.newBuilder(presigned).build();
    requireOk("Download", http.send(get, BodyHandlers.ofFile(file)).statusCode());
  }

  private HttpRequest.Builder authorized(String path) {
    return HttpRequest.newBuilder(URI.create(endpoints.api() + path))
        .header("Authorization", "Bearer " + token);
  }

  /** The message of a refusal is for the user. */
  private Map<String, Object> send(HttpRequest.Builder request)
      throws IOException, InterruptedException, UsageException {
    var response = http.send(request.build(), BodyHandlers.ofString());
    Map<String, Object> body = JsonCodec.map(response.body());
    if (response.statusCode() >= 400) {
      throw UsageException.of(String.valueOf(body.get("message")));
    }
    return body;
  }

  private static void requireOk(String action, int status) throws IOException {
    if (status != 200) {
      throw new IOException("%s was answered with %d".formatted(action, status));
    }
  }
}
