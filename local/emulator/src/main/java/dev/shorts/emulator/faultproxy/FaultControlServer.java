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

/**
 * Where faults are switched: {@code POST /faults} with one switches it on and answers its {@code
 * id}, {@code GET /faults/{id}} tells how often it has {@code fired}, {@code DELETE /faults/{id}}
 * switches it off. {@code GET /calls} lists what was called, the oldest first, {@code GET
 * /calls/{id}} what was called about that user or export. {@code GET /permissions} lists what each
 * role may do and whether it did, and what was refused.
 */
final class FaultControlServer implements AutoCloseable {

  private static final String ROUTES =
      "There are POST /faults, GET and DELETE /faults/{id}, GET /calls, GET /calls/{id} and GET"
          + " /permissions.";
  private static final String NO_FAULT = "A fault is a JSON object.";

  private final CallLog calls;
  private final ActiveFaults faults;
  private final Set<String> functions;
  private final Permissions permissions;
  private final LoopbackServer server;

  /**
   * @param functions that events come to
   */
  FaultControlServer(
      InetSocketAddress bind,
      CallLog calls,
      ActiveFaults faults,
      Set<String> functions,
      Permissions permissions)
      throws IOException {
    this.calls = calls;
    this.faults = faults;
    this.functions = functions;
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

  private record Answer(int status, Object body) {

    static Answer error(int status, String message) {
      return new Answer(status, Map.of("message", message));
    }
  }

  private void serve(HttpExchange exchange) throws IOException {
    var answer = answer(exchange);
    byte[] body = JsonCodec.bytes(answer.body());
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(answer.status(), body.length);
    exchange.getResponseBody().write(body);
  }

  private Answer answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    var path = exchange.getRequestURI().getPath().split("/", 3);
    var name = path.length == 3 ? path[2] : "";
    try {
      return switch (exchange.getRequestMethod() + " " + path[1] + (name.isEmpty() ? "" : "/id")) {
        case "POST faults" -> switchOn(body);
        case "GET faults/id" -> fired(name, faults.fired(number(name)));
        case "DELETE faults/id" -> fired(name, faults.remove(number(name)));
        case "GET permissions" -> new Answer(200, listed(permissions));
        case "GET calls", "GET calls/id" -> new Answer(200, listed(name));
        default -> Answer.error(404, ROUTES);
      };
    } catch (IllegalArgumentException e) {
      return Answer.error(400, e.getMessage());
    }
  }

  private Answer switchOn(byte[] json) {
    try {
      var words = Optional.ofNullable(JsonCodec.map(json)).map(FaultJson::new);
      var fault = Fault.of(words.orElseThrow(() -> FaultJson.refusal(NO_FAULT)), functions);
      return new Answer(201, Map.of("id", faults.add(fault)));
    } catch (IOException e) {
      throw FaultJson.refusal(NO_FAULT);
    }
  }

  private static Answer fired(String id, Optional<Integer> times) {
    return times
        .map(number -> new Answer(200, Map.of("fired", number)))
        .orElseGet(() -> Answer.error(404, "There is no fault %s.".formatted(id)));
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
        permissions.held().stream()
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
