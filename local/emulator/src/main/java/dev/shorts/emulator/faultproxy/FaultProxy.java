package dev.shorts.emulator.faultproxy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import dev.shorts.emulator.faultproxy.Fault.Moment;
import dev.shorts.emulator.host.JsonCodec;
import dev.shorts.emulator.host.LoopbackServer;
import dev.shorts.emulator.httpproxy.ProxyRequest;
import dev.shorts.emulator.httpproxy.ProxyResponse;
import dev.shorts.emulator.httpproxy.Upstream;
import dev.shorts.emulator.iam.Permissions;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;

/**
 * Forwards the calls of functions to one service, and refuses, changes or drops them as their
 * role's permissions and the active faults demand. Caller and service are the real ones and do not
 * notice the proxy.
 */
final class FaultProxy implements AutoCloseable {

  private static final int BAD_GATEWAY = 502;

  private final AwsService service;
  private final CallLog calls;
  private final ActiveFaults faults;
  private final AccessCheck access;
  private final Upstream upstream;
  private final LoopbackServer server;

  FaultProxy(
      InetSocketAddress bind,
      AwsService service,
      URI target,
      CallLog calls,
      ActiveFaults faults,
      Permissions permissions)
      throws IOException {
    this.service = service;
    this.calls = calls;
    this.faults = faults;
    this.access = new AccessCheck(service, permissions);
    this.upstream = new Upstream(target);
    this.server = new LoopbackServer(bind, this::serve);
  }

  URI url() {
    return server.url();
  }

  @Override
  public void close() {
    server.close();
    upstream.close();
  }

  /** Returning without a response closes the connection. */
  private void serve(HttpExchange exchange) throws IOException {
    try {
      var request = ProxyRequest.of(exchange);
      var call = calls.add(service, request);
      if (!access.allows(call, request)) {
        request.drain();
        service.denial().send(exchange);
        return;
      }
      var fault = faults.apply(call, Moment.BEFORE);
      if (fault.isEmpty()) {
        respond(call, request, upstream.send(request), exchange);
      } else if (ProcessFaults.continues(fault.get(), call)) {
        forward(fault.get().effect(), call, request, exchange);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // the proxy is closed
    } catch (RuntimeException e) {
      ProxyResponse.of(BAD_GATEWAY, new Headers(), e.toString().getBytes(UTF_8)).send(exchange);
    }
  }

  private void forward(FaultEffect effect, Call call, ProxyRequest request, HttpExchange exchange)
      throws IOException, InterruptedException {
    switch (effect) {
      case FaultEffect.Answer(var status, var code) -> {
        request.drain();
        service.failure(status, code).send(exchange);
      }
      case FaultEffect.Repeat _ -> {
        var repeatable = request.buffered();
        upstream.send(repeatable).close();
        respond(call, request, upstream.send(repeatable), exchange);
      }
      case FaultEffect.Postpone(var by) ->
          respond(call, request, upstream.send(postponed(request, by)), exchange);
      case FaultEffect.Drop _,
          FaultEffect.Cut _,
          FaultEffect.Slow _,
          FaultEffect.Delay _,
          FaultEffect.Kill _,
          FaultEffect.Freeze _,
          FaultEffect.KillProgram _,
          FaultEffect.FullDisk _,
          FaultEffect.Throttle _ ->
          respond(call, request, upstream.send(request), exchange);
    }
  }

  private void respond(
      Call call, ProxyRequest request, ProxyResponse fromService, HttpExchange exchange)
      throws IOException, InterruptedException {
    try (var response =
        call.operation().equals("ReceiveMessage")
            ? withLearnedMessages(fromService)
            : fromService) {
      if (access.hidesMissingObject(request, response)) {
        service.denial().send(exchange);
        return;
      }
      var fault = faults.apply(call, Moment.AFTER);
      if (fault.isEmpty()) {
        response.send(exchange);
      } else if (ProcessFaults.continues(fault.get(), call)) {
        send(response, fault.get().effect(), exchange);
      }
    }
  }

  private void send(ProxyResponse response, FaultEffect effect, HttpExchange exchange)
      throws IOException, InterruptedException {
    switch (effect) {
      case FaultEffect.Answer(var status, var code) -> service.failure(status, code).send(exchange);
      case FaultEffect.Cut _ -> response.sendHalf(exchange);
      case FaultEffect.Slow(var bytesPerSecond) -> response.sendSlowly(exchange, bytesPerSecond);
      case FaultEffect.Drop _,
          FaultEffect.Delay _,
          FaultEffect.Repeat _,
          FaultEffect.Postpone _,
          FaultEffect.Kill _,
          FaultEffect.Freeze _,
          FaultEffect.KillProgram _,
          FaultEffect.FullDisk _,
          FaultEffect.Throttle _ ->
          response.send(exchange);
    }
  }

  private ProxyResponse withLearnedMessages(ProxyResponse response) throws IOException {
    byte[] messages = response.body().readAllBytes();
    calls.learnMessages(messages);
    return ProxyResponse.of(response.status(), response.headers(), messages);
  }

  private static ProxyRequest postponed(ProxyRequest request, Duration by) {
    if (request.json() instanceof ObjectNode message) {
      return request.withBody(JsonCodec.bytes(message.put("DelaySeconds", by.toSeconds())));
    }
    return request;
  }
}
