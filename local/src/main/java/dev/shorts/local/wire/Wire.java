package dev.shorts.local.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.jr.ob.JSON;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import dev.shorts.local.http.LocalServer;
import dev.shorts.local.iam.Permissions;
import dev.shorts.local.wire.Faults.Armed;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * The way to one service. What can go wrong on a way goes wrong here; who calls and who answers are
 * the real ones, and know nothing of it.
 */
final class Wire implements AutoCloseable {

  private static final int BAD_GATEWAY = 502;
  private static final int NOT_FOUND = 404;

  private final Service service;
  private final Calls calls;
  private final Faults faults;
  private final Permissions permissions;
  private final Upstream upstream;
  private final LocalServer server;

  Wire(
      InetSocketAddress bind,
      Service service,
      URI target,
      Calls calls,
      Faults faults,
      Permissions permissions)
      throws IOException {
    this.service = service;
    this.calls = calls;
    this.faults = faults;
    this.permissions = permissions;
    this.upstream = new Upstream(target);
    this.server = new LocalServer(bind, this::serve);
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
      var request = Request.of(exchange);
      var call = calls.note(service, request);
      if (!isAllowed(call, request)) {
        request.hearOut();
        service.denial().send(exchange);
        return;
      }
      var fault = faults.hitting(call, false);
      if (fault.isEmpty() || Harm.goesOn(fault.get(), call)) {
        pass(call, fault.map(Armed::effect), request, exchange);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // the local cloud stops
    } catch (RuntimeException e) {
      Reply.of(BAD_GATEWAY, new Headers(), e.toString().getBytes(UTF_8)).send(exchange);
    }
  }

  /** Who calls in no role's name isn't a function, but somebody around the system. */
  private boolean isAllowed(Call call, Request request) {
    return request
        .role()
        .map(role -> permissions.allowsAll(role, Needs.of(call, request)))
        .orElse(true);
  }

  /** S3 doesn't tell everybody that an object isn't there. */
  private boolean mayNotKnow(Request request, Reply reply) {
    return service == Service.S3
        && reply.status() == NOT_FOUND
        && request
            .role()
            .filter(role -> !permissions.allows(role, Needs.toSeeWhatIsThere(request)))
            .isPresent();
  }

  private void pass(Call call, Optional<Effect> effect, Request request, HttpExchange exchange)
      throws IOException, InterruptedException {
    switch (effect.orElse(null)) {
      case Effect.Answer(var status, var code) -> {
        request.hearOut();
        service.failure(status, code).send(exchange);
      }
      case Effect.Repeat _ -> {
        var twice = request.held();
        upstream.send(twice).close();
        answer(call, request, upstream.send(twice), exchange);
      }
      case Effect.Postpone(var by) ->
          answer(call, request, upstream.send(postponed(request, by.toSeconds())), exchange);
      case null, default -> answer(call, request, upstream.send(request), exchange);
    }
  }

  private void answer(Call call, Request request, Reply fresh, HttpExchange exchange)
      throws IOException, InterruptedException {
    try (var reply = call.operation().equals("ReceiveMessage") ? learned(fresh) : fresh) {
      if (mayNotKnow(request, reply)) {
        service.denial().send(exchange);
        return;
      }
      var fault = faults.hitting(call, true);
      if (fault.isPresent() && !Harm.goesOn(fault.get(), call)) {
        return;
      }
      switch (fault.map(Armed::effect).orElse(null)) {
        case Effect.Answer(var status, var code) -> service.failure(status, code).send(exchange);
        case Effect.Cut _ -> reply.sendHalf(exchange);
        case Effect.Slow(var bytesPerSecond) -> reply.sendSlowly(exchange, bytesPerSecond);
        case null, default -> reply.send(exchange);
      }
    }
  }

  private Reply learned(Reply reply) throws IOException {
    byte[] messages = reply.body().readAllBytes();
    calls.learnMessages(messages);
    return Reply.of(reply.status(), reply.headers(), messages);
  }

  private static Request postponed(Request message, long seconds) throws IOException {
    var words = new LinkedHashMap<>(Links.json(message));
    words.put("DelaySeconds", seconds);
    return message.withBody(JSON.std.asBytes(words));
  }
}
