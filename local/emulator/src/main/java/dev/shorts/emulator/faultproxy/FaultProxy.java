package dev.shorts.emulator.faultproxy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import dev.shorts.emulator.faultproxy.ActiveFaults.Armed;
import dev.shorts.emulator.host.JsonCodec;
import dev.shorts.emulator.host.LoopbackServer;
import dev.shorts.emulator.iam.Permissions;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * The way to one service. What can go wrong on a way goes wrong here; who calls and who answers are
 * the real ones, and know nothing of it.
 */
final class FaultProxy implements AutoCloseable {

  private static final int BAD_GATEWAY = 502;
  private static final int NOT_FOUND = 404;

  private final AwsService service;
  private final CallLog calls;
  private final ActiveFaults faults;
  private final Permissions permissions;
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
    this.permissions = permissions;
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

  /** An exchange that is not answered ends its connection. */
  private void serve(HttpExchange exchange) throws IOException {
    try {
      var request = ProxyRequest.of(exchange);
      var call = calls.note(service, request);
      if (!isAllowed(call, request)) {
        request.hearOut();
        service.denial().send(exchange);
        return;
      }
      var fault = faults.hitting(call, false);
      if (fault.isEmpty() || ProcessFaults.goesOn(fault.get(), call)) {
        pass(call, fault.map(Armed::effect), request, exchange);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // the local cloud stops
    } catch (RuntimeException e) {
      ProxyResponse.of(BAD_GATEWAY, new Headers(), e.toString().getBytes(UTF_8)).send(exchange);
    }
  }

  /** Who calls in no role's name isn't a function, but somebody around the system. */
  private boolean isAllowed(Call call, ProxyRequest request) {
    return request
        .role()
        .map(role -> permissions.allowsAll(role, RequiredPermissions.of(call, request)))
        .orElse(true);
  }

  /** S3 doesn't tell everybody that an object isn't there. */
  private boolean mayNotKnow(ProxyRequest request, ProxyResponse reply) {
    return service == AwsService.S3
        && reply.status() == NOT_FOUND
        && request
            .role()
            .filter(
                role -> !permissions.allows(role, RequiredPermissions.toSeeWhatIsThere(request)))
            .isPresent();
  }

  private void pass(
      Call call, Optional<FaultEffect> effect, ProxyRequest request, HttpExchange exchange)
      throws IOException, InterruptedException {
    switch (effect.orElse(null)) {
      case FaultEffect.Answer(var status, var code) -> {
        request.hearOut();
        service.failure(status, code).send(exchange);
      }
      case FaultEffect.Repeat _ -> {
        var twice = request.held();
        upstream.send(twice).close();
        answer(call, request, upstream.send(twice), exchange);
      }
      case FaultEffect.Postpone(var by) ->
          answer(call, request, upstream.send(postponed(request, by.toSeconds())), exchange);
      case null, default -> answer(call, request, upstream.send(request), exchange);
    }
  }

  private void answer(Call call, ProxyRequest request, ProxyResponse fresh, HttpExchange exchange)
      throws IOException, InterruptedException {
    try (var reply = call.operation().equals("ReceiveMessage") ? learned(fresh) : fresh) {
      if (mayNotKnow(request, reply)) {
        service.denial().send(exchange);
        return;
      }
      var fault = faults.hitting(call, true);
      if (fault.isPresent() && !ProcessFaults.goesOn(fault.get(), call)) {
        return;
      }
      switch (fault.map(Armed::effect).orElse(null)) {
        case FaultEffect.Answer(var status, var code) ->
            service.failure(status, code).send(exchange);
        case FaultEffect.Cut _ -> reply.sendHalf(exchange);
        case FaultEffect.Slow(var bytesPerSecond) -> reply.sendSlowly(exchange, bytesPerSecond);
        case null, default -> reply.send(exchange);
      }
    }
  }

  private ProxyResponse learned(ProxyResponse reply) throws IOException {
    byte[] messages = reply.body().readAllBytes();
    calls.learnMessages(messages);
    return ProxyResponse.of(reply.status(), reply.headers(), messages);
  }

  private static ProxyRequest postponed(ProxyRequest message, long seconds) throws IOException {
    var words = new LinkedHashMap<>(ExportOwnership.json(message));
    words.put("DelaySeconds", seconds);
    return message.withBody(JsonCodec.bytes(words));
  }
}
