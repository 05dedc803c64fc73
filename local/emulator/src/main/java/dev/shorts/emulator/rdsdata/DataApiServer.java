package dev.shorts.emulator.rdsdata;

import com.sun.net.httpserver.HttpExchange;
import dev.shorts.emulator.host.JsonCodec;
import dev.shorts.emulator.host.LoopbackServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/** Serves ExecuteStatement of the RDS Data API on a local PostgreSQL, as strictly as AWS does. */
public final class DataApiServer implements AutoCloseable {

  private static final int MAX_RESPONSE_BYTES = 1 << 20;

  private final DataApiOperations api;
  private final LoopbackServer server;

  /**
   * @param bind address to listen on; port 0 is any free one
   * @param secrets secret strings (JSON with username and password) by ARN, looked up at each call
   */
  public DataApiServer(
      InetSocketAddress bind, int postgresPort, String clusterArn, Map<String, String> secrets)
      throws IOException {
    this(bind, postgresPort, new Cluster(clusterArn, secrets), DataApiOperations.STATEMENT_TIMEOUT);
  }

  DataApiServer(
      InetSocketAddress bind, int postgresPort, Cluster cluster, Duration statementTimeout)
      throws IOException {
    api = new DataApiOperations(cluster, new SessionPool(postgresPort), statementTimeout);
    server = new LoopbackServer(bind, this::serve);
  }

  public URI url() {
    return server.url();
  }

  @Override
  public void close() {
    server.close();
    api.close();
  }

  /** Turns every failure into a response. */
  private void serve(HttpExchange exchange) throws IOException {
    try {
      byte[] body = exchange.getRequestBody().readAllBytes();
      byte[] response = bytes(respond(exchange.getRequestURI().getPath(), body));
      send(exchange, 200, response);
    } catch (DataApiError e) {
      refuse(exchange, e);
    } catch (SQLException e) {
      refuse(exchange, DataApiError.of(e));
    } catch (RuntimeException e) {
      refuse(exchange, new DataApiError(500, "InternalServerErrorException", e.toString()));
    }
  }

  private Map<String, ?> respond(String path, byte[] body) throws SQLException {
    var request = DataApiRequest.parse(body);
    return switch (path) {
      case "/Execute" -> api.executeStatement(request);
      default ->
          throw new DataApiError(
              404, "UnknownOperationException", "The local Data API does not know " + path);
    };
  }

  private static byte[] bytes(Map<String, ?> response) throws IOException {
    byte[] bytes = JsonCodec.bytes(response);
    if (bytes.length > MAX_RESPONSE_BYTES) {
      throw new DataApiError(
          400,
          "UnsupportedResultException",
          "Database returned more than the allowed response size limit");
    }
    return bytes;
  }

  private static void refuse(HttpExchange exchange, DataApiError error) throws IOException {
    exchange.getResponseHeaders().set("x-amzn-ErrorType", error.code());
    send(exchange, error.status(), JsonCodec.bytes(Map.of("message", error.getMessage())));
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
