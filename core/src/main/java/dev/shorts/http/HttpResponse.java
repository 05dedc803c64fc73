package dev.shorts.http;

import dev.shorts.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** An HttpResponse is a response of the API, always JSON that no cache may store. */
public record HttpResponse(int status, Map<String, String> headers, Map<String, Object> body) {

  public static HttpResponse of(int status, Map<String, Object> body) {
    return new HttpResponse(
        status, Map.of("content-type", "application/json", "cache-control", "no-store"), body);
  }

  public HttpResponse with(String header, Object value) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, value.toString());
    return new HttpResponse(status, more, body);
  }

  /** Writes the response in API Gateway's payload format 2.0. */
  byte[] toEvent() {
    var event = new LinkedHashMap<String, Object>();
    event.put("statusCode", status);
    event.put("headers", headers);
    event.put("isBase64Encoded", false);
    event.put("body", Json.write(body));
    return Json.write(event).getBytes(StandardCharsets.UTF_8);
  }
}
