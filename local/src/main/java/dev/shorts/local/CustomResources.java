package dev.shorts.local;

import com.sun.net.httpserver.HttpExchange;
import dev.shorts.emulator.host.JsonCodec;
import dev.shorts.emulator.host.LoopbackServer;
import dev.shorts.emulator.lambda.Account;
import dev.shorts.emulator.lambda.InvocationResult.FunctionError;
import dev.shorts.emulator.lambda.Invoker;
import dev.shorts.emulator.template.CustomResource;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Creates custom resources as CloudFormation does: invokes the function, which reports the result
 * with a PUT to a URL.
 */
final class CustomResources {

  private CustomResources() {}

  static void create(CustomResource resource, Invoker function, InetSocketAddress bind)
      throws IOException, InterruptedException, StartException {
    var response = new CompletableFuture<Map<String, Object>>();
    try (var server = new LoopbackServer(bind, exchange -> receive(exchange, response))) {
      var event =
          Map.of(
              "RequestType", "Create",
              "RequestId", resource.name(),
              "ResponseURL", server.url() + "/answer",
              "ResourceType", resource.type(),
              "LogicalResourceId", resource.name(),
              "StackId", Account.STACK_ID,
              "ResourceProperties", resource.properties());
      var result = function.invoke(JsonCodec.bytes(event));
      if (result instanceof FunctionError(var type, var message)) {
        throw new StartException("%s failed: %s: %s".formatted(resource.function(), type, message));
      }
      var reported = response.getNow(Map.of("Reason", "it didn't answer CloudFormation"));
      if (!"SUCCESS".equals(reported.get("Status"))) {
        throw new StartException(
            "%s failed: %s".formatted(resource.name(), reported.get("Reason")));
      }
    }
  }

  private static void receive(
      HttpExchange exchange, CompletableFuture<Map<String, Object>> response) throws IOException {
    response.complete(JsonCodec.map(exchange.getRequestBody().readAllBytes()));
    exchange.sendResponseHeaders(200, -1);
  }
}
