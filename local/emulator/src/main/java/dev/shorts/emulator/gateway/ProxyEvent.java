package dev.shorts.emulator.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shorts.emulator.host.JsonCodec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the event of a request in payload format 2.0, without members that the request lacks.
 *
 * <p>https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
final class ProxyEvent {

  private static final DateTimeFormatter COMMON_LOG =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);

  private ProxyEvent() {}

  /**
   * @param claims of the caller's token; empty for a route without authorization
   */
  static byte[] of(
      GatewayRequest request,
      RouteTable.Match match,
      Map<String, String> claims,
      String requestId,
      Instant now) {
    Map<String, String> headers = new TreeMap<>(request.headers());
    headers.remove("cookie");
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("version", "2.0");
    event.put("routeKey", match.route().key());
    event.put("rawPath", request.path());
    event.put("rawQueryString", request.query());
    if (!request.cookies().isEmpty()) {
      event.put("cookies", request.cookies());
    }
    event.put("headers", headers);
    if (!request.queryParameters().isEmpty()) {
      event.put("queryStringParameters", request.queryParameters());
    }
    event.put("requestContext", context(request, match, claims, requestId, now));
    if (!match.pathParameters().isEmpty()) {
      event.put("pathParameters", match.pathParameters());
    }
    if (request.body().length > 0) {
      event.put("body", body(request));
    }
    event.put("isBase64Encoded", request.body().length > 0 && !request.isText());
    return JsonCodec.bytes(event);
  }

  private static Map<String, Object> context(
      GatewayRequest request,
      RouteTable.Match match,
      Map<String, String> claims,
      String requestId,
      Instant now) {
    String host = request.header("host").orElse("");
    Map<String, Object> http = new LinkedHashMap<>();
    http.put("method", request.method());
    http.put("path", request.path());
    http.put("protocol", "HTTP/1.1");
    http.put("sourceIp", request.sourceIp());
    http.put("userAgent", request.header("user-agent").orElse(""));

    Map<String, Object> context = new LinkedHashMap<>();
    context.put("accountId", "000000000000");
    context.put("apiId", "local");
    if (!claims.isEmpty()) {
      context.put("authorizer", Map.of("jwt", jwt(claims)));
    }
    context.put("domainName", host);
    context.put("domainPrefix", host.split("\\.")[0]);
    context.put("http", http);
    context.put("requestId", requestId);
    context.put("routeKey", match.route().key());
    context.put("stage", "$default");
    context.put("time", COMMON_LOG.format(now));
    context.put("timeEpoch", now.toEpochMilli());
    return context;
  }

  /** API Gateway writes null for the scopes of a route without scopes. */
  private static Map<String, Object> jwt(Map<String, String> claims) {
    Map<String, Object> jwt = new LinkedHashMap<>();
    jwt.put("claims", claims);
    jwt.put("scopes", null);
    return jwt;
  }

  private static String body(GatewayRequest request) {
    return request.isText()
        ? new String(request.body(), UTF_8)
        : Base64.getEncoder().encodeToString(request.body());
  }
}
