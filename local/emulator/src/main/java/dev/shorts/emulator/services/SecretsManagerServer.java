package dev.shorts.emulator.services;

import com.sun.net.httpserver.HttpExchange;
import dev.shorts.emulator.host.JsonCodec;
import dev.shorts.emulator.host.LoopbackServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Serves the operation GetSecretValue of Secrets Manager. */
public final class SecretsManagerServer implements AutoCloseable {

  private static final String GET_SECRET_VALUE = "secretsmanager.GetSecretValue";

  /** The version id, which has at least 32 characters; secrets never change here. */
  private static final String ONLY_VERSION = "00000000-0000-0000-0000-000000000001";

  private final Map<String, String> secrets;
  private final LoopbackServer server;

  /**
   * @param bind address to listen on; port 0 is any free one
   * @param secrets secret strings by ARN, looked up at each call
   */
  public SecretsManagerServer(InetSocketAddress bind, Map<String, String> secrets)
      throws IOException {
    this.secrets = secrets;
    server = new LoopbackServer(bind, this::handle);
  }

  public URI url() {
    return server.url();
  }

  @Override
  public void close() {
    server.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    if (!GET_SECRET_VALUE.equals(exchange.getRequestHeaders().getFirst("X-Amz-Target"))) {
      refuse(exchange, "UnknownOperationException", "The local cloud knows GetSecretValue only.");
      return;
    }
    Map<String, Object> request = JsonCodec.map(exchange.getRequestBody().readAllBytes());
    String arn = String.valueOf(request.get("SecretId"));
    String secret = secrets.get(arn);
    if (secret == null) {
      refuse(
          exchange,
          "ResourceNotFoundException",
          "Secrets Manager can't find the specified secret.");
      return;
    }
    send(
        exchange,
        200,
        Map.of(
            "ARN", arn,
            "Name", arn.substring(arn.lastIndexOf(':') + 1),
            "SecretString", secret,
            "VersionId", ONLY_VERSION,
            "VersionStages", List.of("AWSCURRENT")));
  }

  private static void refuse(HttpExchange exchange, String type, String message)
      throws IOException {
    send(exchange, 400, Map.of("__type", type, "Message", message));
  }

  private static void send(HttpExchange exchange, int status, Map<String, ?> answer)
      throws IOException {
    byte[] body = JsonCodec.bytes(answer);
    exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
