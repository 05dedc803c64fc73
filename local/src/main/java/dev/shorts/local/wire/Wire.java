package dev.shorts.local.wire;

import com.fasterxml.jackson.jr.ob.JSON;
import com.sun.net.httpserver.HttpExchange;
import dev.shorts.local.http.LocalServer;
import dev.shorts.local.wire.Faults.Armed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * The way to one service. What can go wrong on a way goes wrong here; who calls and who answers are
 * the real ones, and know nothing of it.
 */
final class Wire implements AutoCloseable {

  private static final int BAD_GATEWAY = 502;

  private final Service service;
  private final Calls calls;
  private final Faults faults;
  private final Harm harm;
  private final Upstream upstream;
  private final LocalServer server;

  Wire(InetSocketAddress bind, Service service, URI target, Calls calls, Faults faults, Harm harm)
      throws IOException {
    this.service = service;
    this.calls = calls;
    this.faults = faults;
    this.harm = harm;
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
      var before = faults.hitting(call, false);
      if (before.isEmpty() || harm.goesOn(before.get(), call)) {
        pass(call, before.map(Armed::effect), request, exchange);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // the local cloud stops
    } catch (RuntimeException e) {
      exchange.sendResponseHeaders(BAD_GATEWAY, -1);
      throw e;
    }
  }

  private void pass(Call call, Optional<Effect> effect, Request request, HttpExchange exchange)
      throws IOException, InterruptedException {
    if (effect.isPresent() && effect.get() instanceof Effect.Answer(var status, var code)) {
      Reply.failure(service, status, code).send(exchange);
      return;
    }
    if (effect.isPresent() && effect.get() instanceof Effect.Repeat) {
      upstream.send(request).body().close();
    }
    var postponed =
        effect.isPresent() && effect.get() instanceof Effect.Postpone(var by)
            ? postponed(request, by.toSeconds())
            : request;
    var answer = upstream.send(postponed);
    try (var body = answer.body()) {
      answer(call, answer, body, exchange);
    }
  }

  private void answer(Call call, HttpResponse<?> answer, InputStream body, HttpExchange exchange)
      throws IOException, InterruptedException {
    var reply = Reply.of(answer, call.operation().equals("ReceiveMessage") ? learned(body) : body);
    var after = faults.hitting(call, true);
    if (after.isPresent() && !harm.goesOn(after.get(), call)) {
      return;
    }
    switch (after.map(Armed::effect).orElse(null)) {
      case Effect.Answer(var status, var code) ->
          Reply.failure(service, status, code).send(exchange);
      case Effect.Cut() -> reply.sendHalf(exchange);
      case Effect.Slow(var bytesPerSecond) -> reply.sendSlowly(exchange, bytesPerSecond);
      case null, default -> reply.send(exchange);
    }
  }

  private InputStream learned(InputStream body) throws IOException {
    byte[] messages = body.readAllBytes();
    calls.learnMessages(messages);
    return new ByteArrayInputStream(messages);
  }

  private static Request postponed(Request request, long seconds) throws IOException {
    var message = new LinkedHashMap<>(JSON.std.mapFrom(request.small().orElseThrow()));
    message.put("DelaySeconds", seconds);
    return request.withBody(JSON.std.asBytes(message));
  }
}
