package dev.shorts.log;

import dev.shorts.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** A log whose lines can be read back. */
public final class LogLines {

  static final String NAMESPACE = "ShortsExport/test";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  public Log log() {
    return Log.to(
        new PrintStream(bytes, true, StandardCharsets.UTF_8),
        InstantSource.fixed(Instant.parse("2026-01-01T12:00:00Z")),
        NAMESPACE);
  }

  /** The metrics in all lines, as in "ExportsFailed 1 Count by Reason=GONE"; each must be right. */
  public List<String> metrics() {
    return lines().stream().flatMap(line -> MetricsOfALine.of(line).stream()).toList();
  }

  public List<Map<String, Object>> lines() {
    return bytes
        .toString(StandardCharsets.UTF_8)
        .lines()
        .map(line -> Json.object(line.getBytes(StandardCharsets.UTF_8)))
        .toList();
  }

  /** The names of the events, in order. */
  public List<Object> events() {
    return lines().stream().map(line -> line.get("event")).toList();
  }
}
