package dev.shorts.it.driver;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shorts.it.http.ApiAnswer;
import dev.shorts.it.http.OpenApi;
import dev.shorts.it.http.RawRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;

/**
 * Somebody who calls the API with a token of the local issuer; every answer is held against
 * OpenAPI.
 */
public final class User {

  static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private static final String EXPORT_SHORT = "/v1/scenes/{scene_id}/export-short";
  private static final String EXPORT = "/v1/exports/{export_id}";

  private final UUID id;
  private final URI api;
  private final String authorization;
  private final OpenApi openApi;

  private User(UUID id, URI api, String authorization, OpenApi openApi) {
    this.id = id;
    this.api = api;
    this.authorization = authorization;
    this.openApi = openApi;
  }

  /** A user whose token says {@code sub}. */
  public static User withToken(Endpoints endpoints, OpenApi openApi, UUID id, String sub) {
    var token = token(endpoints, sub, "{}");
    return new User(id, endpoints.url("api"), "Bearer " + token, openApi);
  }

  /**
   * A token of the local issuer.
   *
   * @param claims JSON, said instead of the usual
   */
  public static String token(Endpoints endpoints, String sub, String claims) {
    var form = "sub=%s&claims=%s".formatted(encode(sub, UTF_8), encode(claims, UTF_8));
    var request =
        HttpRequest.newBuilder(URI.create(endpoints.text("issuer") + "/token"))
            .header("content-type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form, UTF_8))
            .build();
    return send(request).text("access_token");
  }

  public UUID id() {
    return id;
  }

  /** The same person with something else in place of the token. */
  public User withToken(String other) {
    return withAuthorization("Bearer " + other);
  }

  /** The same person with another header. */
  public User withAuthorization(String other) {
    return new User(id, api, other, openApi);
  }

  public ApiAnswer post(Object scene) {
    return post(scene, "{}");
  }

  public ApiAnswer post(Object scene, String body, String... headers) {
    var request =
        request(EXPORT_SHORT.replace("{scene_id}", scene.toString()))
            .POST(BodyPublishers.ofString(body, UTF_8))
            .header("content-type", "application/json");
    if (headers.length > 0) {
      request.headers(headers);
    }
    var answer = send(request.build());
    openApi.check("POST", EXPORT_SHORT, answer);
    return answer;
  }

  public ApiAnswer get(Object export) {
    var answer = send(request(EXPORT.replace("{export_id}", export.toString())).build());
    openApi.check("GET", EXPORT, answer);
    return answer;
  }

  /** An address for which there is no route, or not by this method. */
  public ApiAnswer call(String method, String path) {
    return send(request(path).method(method, BodyPublishers.noBody()).build());
  }

  /** What no HTTP client would send; the answer is held against OpenAPI too. */
  public ApiAnswer send(RawRequest request) {
    var answer = request.header("Authorization: " + authorization).to(api);
    if (request.method().equals("HEAD")) {
      return answer;
    }
    var call = request.method() + " " + request.target();
    if (call.startsWith("POST /v1/scenes/")) {
      openApi.check("POST", EXPORT_SHORT, answer);
    } else if (call.startsWith("GET /v1/exports/")) {
      openApi.check("GET", EXPORT, answer);
    } else {
      openApi.checkNotFound(answer);
    }
    return answer;
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(api.resolve(path))
        .header("authorization", authorization)
        .timeout(Duration.ofSeconds(40));
  }

  public static ApiAnswer send(HttpRequest request) {
    try {
      return ApiAnswer.of(HTTP.send(request, BodyHandlers.ofString(UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
