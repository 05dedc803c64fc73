package dev.shorts.http;

import dev.shorts.export.UserId;
import dev.shorts.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * An HttpRequest reads an event of API Gateway's HTTP API (payload format 2.0), whose token API
 * Gateway has checked.
 */
public record HttpRequest(Map<String, Object> event) {

  static HttpRequest parse(byte[] event) {
    return new HttpRequest(Json.object(event));
  }

  /**
   * The route of the template that took the request, such as {@code GET /v1/exports/{export_id}}.
   */
  public String routeKey() {
    return String.valueOf(event.get("routeKey"));
  }

  public String requestId() {
    return String.valueOf(Json.object(event, "requestContext").get("requestId"));
  }

  /**
   * @param name in lower case, as API Gateway writes all names
   */
  public Optional<String> header(String name) {
    return Optional.ofNullable(Json.object(event, "headers").get(name)).map(Object::toString);
  }

  public String pathParameter(String name) {
    return String.valueOf(Json.object(event, "pathParameters").get(name));
  }

  /**
   * The body's bytes; empty if there is none.
   *
   * @throws ApiException if it is said to be base64 and is not
   */
  public byte[] body() {
    var body = event.get("body");
    if (body == null) {
      return new byte[0];
    }
    return Boolean.TRUE.equals(event.get("isBase64Encoded"))
        ? decoded(body.toString())
        : body.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException _) {
      throw new ApiException(
          ApiError.invalid("body", "base64", "The body is not the base64 that it is said to be."));
    }
  }

  /**
   * The caller: the {@code sub} of the token.
   *
   * @throws ApiException if it is not a UUID
   */
  public UserId user() {
    var authorizer = Json.object(Json.object(event, "requestContext"), "authorizer");
    var claims = Json.object(Json.object(authorizer, "jwt"), "claims");
    return Optional.ofNullable(claims.get("sub"))
        .flatMap(sub -> UserId.parse(sub.toString()))
        .orElseThrow(
            () ->
                new ApiException(
                    new ApiError(
                        ErrorCode.UNAUTHORIZED,
                        "The token does not name a user: its sub must be a UUID.")));
  }
}
