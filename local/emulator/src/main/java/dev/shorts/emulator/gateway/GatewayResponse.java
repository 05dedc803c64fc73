package dev.shorts.emulator.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shorts.emulator.host.JsonCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Holds an HTTP response of the API.
 *
 * @param headers by lower-case name
 * @param cookies one {@code set-cookie} each
 */
record GatewayResponse(int status, Map<String, String> headers, List<String> cookies, byte[] body) {

  private static final String JSON_TYPE = "application/json";

  /** The content type that API Gateway sets when a function sets none. */
  private static final String DEFAULT_TYPE = "text/plain;charset=UTF-8";

  /** A response of API Gateway itself. */
  static GatewayResponse message(int status, String message) {
    return json(status, Map.of("message", message));
  }

  static GatewayResponse json(int status, Map<String, ?> body) {
    return new GatewayResponse(
        status, Map.of("content-type", JSON_TYPE), List.of(), JsonCodec.bytes(body));
  }

  /**
   * Reads what a function returned, in payload format 2.0. A value without a statusCode is the
   * body.
   *
   * <p>https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
   *
   * @throws RuntimeException if the value has another form
   */
  static GatewayResponse ofFunction(byte[] payload) {
    Object value = parse(payload);
    if (!(value instanceof Map<?, ?> answer) || !answer.containsKey("statusCode")) {
      return new GatewayResponse(200, Map.of("content-type", JSON_TYPE), List.of(), payload);
    }
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("content-type", DEFAULT_TYPE);
    if (answer.get("headers") instanceof Map<?, ?> given) {
      given.forEach((name, text) -> headers.put(lower((String) name), String.valueOf(text)));
    }
    List<String> cookies = new ArrayList<>();
    if (answer.get("cookies") instanceof List<?> given) {
      given.forEach(cookie -> cookies.add((String) cookie));
    }
    String body = answer.get("body") == null ? "" : (String) answer.get("body");
    boolean encoded = Boolean.TRUE.equals(answer.get("isBase64Encoded"));
    return new GatewayResponse(
        (Integer) answer.get("statusCode"),
        headers,
        cookies,
        encoded ? Base64.getDecoder().decode(body) : body.getBytes(UTF_8));
  }

  GatewayResponse withHeader(String name, String value) {
    return withHeaders(Map.of(name, value));
  }

  GatewayResponse withHeaders(Map<String, String> more) {
    Map<String, String> all = new TreeMap<>(headers);
    all.putAll(more);
    return new GatewayResponse(status, all, cookies, body);
  }

  private static Object parse(byte[] payload) {
    try {
      return JsonCodec.MAPPER.readValue(payload, Object.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
