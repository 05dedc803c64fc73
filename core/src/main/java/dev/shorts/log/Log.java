package dev.shorts.log;

import dev.shorts.json.Json;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes one JSON line per event to standard output, which Lambda sends to CloudWatch unchanged.
 * Lines hold ids, outcomes and times; never a token, a presigned URL or a caller's text.
 */
public final class Log {

  private final PrintStream out;
  private final InstantSource clock;
  private final EmbeddedMetrics embedded;
  private final Map<String, Object> common;

  private Log(
      PrintStream out, InstantSource clock, EmbeddedMetrics embedded, Map<String, Object> common) {
    this.out = out;
    this.clock = clock;
    this.embedded = embedded;
    this.common = common;
  }

  /** Returns the log of this function, with metrics if the template gives their namespace. */
  public static Log toStandardOutput() {
    var namespace = System.getenv().getOrDefault("METRICS_NAMESPACE", "");
    return to(System.out, InstantSource.system(), namespace);
  }

  /** Returns a log that writes to {@code out}, for tests. */
  public static Log to(PrintStream out, InstantSource clock) {
    return to(out, clock, "");
  }

  /**
   * @param namespace of its metrics
   */
  static Log to(PrintStream out, InstantSource clock, String namespace) {
    return new Log(out, clock, new EmbeddedMetrics(namespace), Map.of());
  }

  /** Returns a log whose lines also have the field {@code name}, such as an id. */
  public Log with(String name, Object value) {
    var more = new LinkedHashMap<>(common);
    more.put(name, value);
    return new Log(out, clock, embedded, more);
  }

  /** Logs an event that is expected. */
  public void info(String event, Map<String, ?> fields, Metric... metrics) {
    write("INFO", event, fields, metrics);
  }

  /** Logs an event that an operator should look at if it happens often. */
  public void warn(String event, Map<String, ?> fields, Metric... metrics) {
    write("WARN", event, fields, metrics);
  }

  /** Logs an unexpected failure with its cause. */
  public void error(String event, Throwable cause) {
    var trace = new StringWriter();
    cause.printStackTrace(new PrintWriter(trace, true));
    write("ERROR", event, Map.of("cause", trace.toString()));
  }

  /** Logs a fault of the installation that its operator has to correct. */
  public void error(String event, Map<String, ?> fields, Metric... metrics) {
    write("ERROR", event, fields, metrics);
  }

  private void write(String level, String event, Map<String, ?> fields, Metric... metrics) {
    var now = clock.instant();
    var line = new LinkedHashMap<String, Object>();
    line.put("time", now.toString());
    line.put("level", level);
    line.put("event", event);
    common.forEach((name, value) -> line.put(name, plain(value)));
    fields.forEach((name, value) -> line.put(name, plain(value)));
    line.putAll(embedded.fields(List.of(metrics), now));
    out.println(Json.write(line));
  }

  private static Object plain(Object value) {
    return switch (value) {
      case Integer _, Long _, Float _, Double _, BigDecimal _, Boolean _ -> value;
      case null, default -> String.valueOf(value);
    };
  }
}
