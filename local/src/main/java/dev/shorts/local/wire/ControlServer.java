package dev.shorts.local.wire;

import static java.util.Map.entry;

import com.fasterxml.jackson.jr.ob.JSON;
import com.fasterxml.jackson.jr.ob.JSONObjectException;
import com.sun.net.httpserver.HttpExchange;
import dev.shorts.local.http.LocalServer;
import dev.shorts.local.lambda.Sandbox;
import dev.shorts.local.lambda.Sandboxes;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Where faults are switched: {@code POST /faults} with one switches it on and answers its {@code
 * id}, {@code GET /faults/{id}} tells how often it has {@code fired}, {@code DELETE /faults/{id}}
 * switches it off. {@code GET /calls} lists what was called, the oldest first, {@code GET
 * /calls/{id}} what was called about that user or export.
 */
final class ControlServer implements AutoCloseable {

  private final Calls calls;
  private final Faults faults;
  private final Sandboxes sandboxes;
  private final LocalServer server;

  ControlServer(InetSocketAddress bind, Calls calls, Faults faults, Sandboxes sandboxes)
      throws IOException {
    this.calls = calls;
    this.faults = faults;
    this.sandboxes = sandboxes;
    this.server = new LocalServer(bind, this::serve);
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
    byte[] body = JSON.std.asBytes(answer.body());
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(answer.status(), body.length);
    exchange.getResponseBody().write(body);
  }

  private Answer answer(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath().substring(1).split("/", 2);
    var name = path.length == 2 ? path[1] : "";
    try {
      return switch (exchange.getRequestMethod() + " " + path[0]) {
        case "POST faults" -> switchOn(exchange.getRequestBody().readAllBytes());
        case "GET faults" -> fired(name);
        case "DELETE faults" -> switchOff(name);
        case "GET calls" -> new Answer(200, listed(name));
        default -> Answer.error(404, "There are POST, GET and DELETE /faults, and GET /calls.");
      };
    } catch (JSONObjectException e) {
      return Answer.error(400, "A fault is a JSON object.");
    } catch (IllegalArgumentException e) {
      return Answer.error(400, e.getMessage());
    }
  }

  private Answer switchOn(byte[] fault) throws IOException {
    return new Answer(201, Map.of("id", faults.add(Fault.of(JSON.std.mapFrom(fault)))));
  }

  private Answer fired(String id) {
    return faults
        .fired(number(id))
        .map(times -> new Answer(200, Map.of("fired", times)))
        .orElseGet(() -> Answer.error(404, "There is no fault %s.".formatted(id)));
  }

  private Answer switchOff(String id) {
    var last = fired(id);
    faults.remove(number(id));
    return last;
  }

  private static int number(String id) {
    if (!id.matches("\\d{1,9}")) {
      throw new IllegalArgumentException("Say /faults/ and the number that POST has answered.");
    }
    return Integer.parseInt(id);
  }

  private List<Map<String, String>> listed(String about) {
    return calls.list().stream()
        .filter(call -> about.isEmpty() || call.about().contains(about))
        .map(this::listed)
        .toList();
  }

  private Map<String, String> listed(Call call) {
    var function = call.caller().flatMap(sandboxes::find).map(Sandbox::function).orElse("");
    return Map.ofEntries(
        entry("service", call.service().text()),
        entry("operation", call.operation()),
        entry("function", function),
        entry("process", call.caller().orElse("")));
  }
}
