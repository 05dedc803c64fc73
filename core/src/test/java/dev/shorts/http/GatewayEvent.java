package dev.shorts.http;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.shorts.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A request as API Gateway hands it to a function (payload format 2.0). */
public record GatewayEvent(Map<String, Object> event) {

  public static GatewayEvent of(String routeKey) {
    return new GatewayEvent(
        Map.of(
            "version",
            "2.0",
            "routeKey",
            routeKey,
            "requestContext",
            Map.of("requestId", "request-1"),
            "isBase64Encoded",
            false));
  }

  /** Sent by who holds a token with this {@code sub}. */
  public GatewayEvent by(Object sub) {
    var authorizer = Map.of("jwt", Map.of("claims", Map.of("sub", sub)));
    return with("requestContext", Map.of("requestId", "request-1", "authorizer", authorizer));
  }

  public GatewayEvent path(String name, String value) {
    return with("pathParameters", Map.of(name, value));
  }

  public GatewayEvent header(String name, String value) {
    return with("headers", Map.of(name, value));
  }

  public GatewayEvent body(String text) {
    return with("body", text);
  }

  public GatewayEvent base64(byte[] body) {
    return body(Base64.getEncoder().encodeToString(body)).with("isBase64Encoded", true);
  }

  public GatewayEvent with(String name, Object value) {
    var more = new LinkedHashMap<>(event);
    more.put(name, value);
    return new GatewayEvent(more);
  }

  HttpRequest request() {
    return HttpRequest.parse(bytes());
  }

  byte[] bytes() {
    return Json.write(event).getBytes(StandardCharsets.UTF_8);
  }

  /** What the function answers, as API Gateway would read it. */
  public HttpResponse sentTo(RequestStreamHandler function) throws IOException {
    var output = new ByteArrayOutputStream();
    function.handleRequest(new ByteArrayInputStream(bytes()), output, null);
    return response(output.toByteArray());
  }

  static HttpResponse response(byte[] output) {
    var answer = Json.object(output);
    var body = answer.get("body").toString().getBytes(StandardCharsets.UTF_8);
    return new HttpResponse(
        (Integer) answer.get("statusCode"),
        Json.object(answer, "headers").entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, header -> (String) header.getValue())),
        Json.object(body));
  }
}
