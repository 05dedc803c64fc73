package dev.shorts.emulator.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import com.sun.net.httpserver.HttpExchange;
import dev.shorts.emulator.host.LoopbackServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Fires the rules of EventBridge at their rates once the clock is started, and at any time when the
 * rule's URL is requested, which responds when the target has finished.
 */
public final class Scheduler implements AutoCloseable {

  private final Map<String, Rule> rules;
  private final LoopbackServer server;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());

  /**
   * @param bind address to listen on; port 0 is any free one
   */
  public Scheduler(InetSocketAddress bind, List<Rule> rules) throws IOException {
    this.rules = rules.stream().collect(toMap(Rule::name, Function.identity()));
    this.server = new LoopbackServer(bind, this::fireNow);
  }

  /** Starts the clock; each rule fires for the first time after one period. */
  public void startClock() {
    for (Rule rule : rules.values()) {
      long nanos = rule.rate().every().toNanos();
      clock.scheduleAtFixedRate(() -> fire(rule), nanos, nanos, TimeUnit.NANOSECONDS);
    }
  }

  /** The URL that fires each rule, by name. */
  public Map<String, URI> urls() {
    var urls = new TreeMap<String, URI>();
    rules.keySet().forEach(name -> urls.put(name, URI.create(server.url() + "/" + name)));
    return urls;
  }

  @Override
  public void close() {
    clock.shutdownNow();
    server.close();
  }

  /** Fires on a new thread, so that the next rule does not wait for this one. */
  private static void fire(Rule rule) {
    Thread.startVirtualThread(
        () -> {
          try {
            rule.target().fire();
          } catch (Exception _) {
            // EventBridge ignores the result too; the function's log has its errors.
          }
        });
  }

  private void fireNow(HttpExchange exchange) throws IOException {
    Rule rule = rules.get(exchange.getRequestURI().getPath().substring(1));
    if (rule == null) {
      respond(exchange, 404, ("no such schedule; there are " + rules.keySet()).getBytes(UTF_8));
      return;
    }
    try {
      respond(exchange, 200, rule.target().fire());
    } catch (Exception e) {
      respond(exchange, 502, String.valueOf(e.getMessage()).getBytes(UTF_8));
    }
  }

  private static void respond(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }
}
