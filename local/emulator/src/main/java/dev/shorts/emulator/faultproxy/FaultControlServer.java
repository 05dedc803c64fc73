package dev.shorts.emulator.faultproxy;

import com.sun.net.httpserver.HttpExchange;
import dev.shorts.emulator.host.JsonCodec;
import dev.shorts.emulator.host.LoopbackServer;
import dev.shorts.emulator.iam.Permissions;
import dev.shorts.emulator.lambda.FunctionProcess;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Switches faults and lists calls over HTTP. {@code POST /faults} switches one on and answers its
 * {@code id}, {@code GET /faults/{id}} tells how often it has {@code fired}, {@code DELETE
 * /faults/{id}} switches it off. {@code GET /calls} lists the calls, the oldest first, {@code GET
 * /calls/{id}} those that concern this id. {@code GET /permissions} lists the permissions of each
 * role, whether each was used, and what was refused.
 */
final class FaultControlServer implements AutoCloseable {

  private static final String ROUTES =
      "There are POST /faults, GET and DELETE /faults/{id}, GET /calls, GET /calls/{id} and GET"
          + " /permissions.";
  private static final String NO_FAULT = "A fault is a JSON object.";

  private final CallLog calls;
  private final ActiveFaults faults;
  private final Function<AwsService, Set<String>> operations;
  private final Permissions permissions;
  private final LoopbackServer server;

  /**
   * @param operations of each service
   */
  FaultControlServer(
      InetSocketAddress bind,
      CallLog calls,
      ActiveFaults faults,
      Function<AwsService, Set<String>> operations,
      Permissions permissions)
      throws IOException {
    this.calls = calls;
    this.faults = faults;
    this.operations = operations;
    this.permissions = permissions;
    this.server = new LoopbackServer(bind, this::serve);
  }

  URI url() {
    return server.url();
  }

  @Override
  public void close() {
    server.close();
  }

  private record Response(int status, Object body) {

    static Response error(int status, String message) {
      return new Response(status, Map.of("message", message));
    }
  }

  private void serve(HttpExchange exchange) throws IOException {
    var response = respond(exchange);
    byte[] body = JsonCodec.bytes(response.body());
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(response.status(), body.length);
    exchange.getResponseBody().write(body);
  }

  private Response respond(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    var path = exchange.getRequestURI().getPath().split("/", 3);
    var name = path.length == 3 ? path[2] : "";
    try {
      return switch (exchange.getRequestMethod() + " " + path[1] + (name.isEmpty() ? "" : "/id")) {
        case "POST faults" -> switchOn(body);
        case "GET faults/id" -> fired(name, faults.fired(number(name)));
        case "DELETE faults/id" -> fired(name, faults.remove(number(name)));
        case "GET permissions" -> new Response(200, listed(permissions));
        case "GET calls", "GET calls/id" -> new Response(200, listed(name));
        default -> Response.error(404, ROUTES);
      };
    } catch (IllegalArgumentException e) {
      return Response.error(400, e.getMessage());
    }
  }

  private Response switchOn(byte[] json) {
    try {
      var members = Optional.ofNullable(JsonCodec.map(json)).map(FaultJson::new);
      var fault = Fault.of(members.orElseThrow(() -> FaultJson.refusal(NO_FAULT)), operations);
      return new Response(201, Map.of("id", faults.add(fault)));
    } catch (IOException e) {
      throw FaultJson.refusal(NO_FAULT);
    }
  }

  private static Response fired(String id, Optional<Integer> fired) {
    return fired
        .map(number -> new Response(200, Map.of("fired", number)))
        .orElseGet(() -> Response.error(404, "There is no fault %s.".formatted(id)));
  }

  private static int number(String id) {
    if (!id.matches("\\d{1,9}")) {
      throw FaultJson.refusal("Say /faults/ and the number that POST has answered.");
    }
    return Integer.parseInt(id);
  }

  private List<Map<String, String>> listed(String about) {
    return calls.list().stream()
        .filter(call -> about.isEmpty() || call.about().contains(about))
        .map(FaultControlServer::listed)
        .toList();
  }

  private static Map<String, ?> listed(Permissions permissions) {
    return Map.of(
        "granted",
        permissions.granted().stream()
            .map(
                one ->
                    Map.of(
                        "role", one.role(),
                        "action", one.grant().action(),
                        "resource", one.grant().resource(),
                        "used", permissions.isUsed(one)))
            .toList(),
        "refused",
        permissions.refused().stream()
            .map(
                one ->
                    Map.of(
                        "role", one.role(),
                        "action", one.access().action(),
                        "resource", one.access().resource()))
            .toList());
  }

  private static Map<String, String> listed(Call call) {
    return Map.of(
        "service", call.service().text(),
        "operation", call.operation(),
        "function", call.caller().map(FunctionProcess::function).orElse(""),
        "process", call.caller().map(FunctionProcess::stream).orElse(""));
  }
}
