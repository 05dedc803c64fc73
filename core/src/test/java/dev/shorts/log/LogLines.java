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

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  public Log log() {
    return Log.to(
        new PrintStream(bytes, true, StandardCharsets.UTF_8),
        InstantSource.fixed(Instant.parse("2026-01-01T12:00:00Z")));
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
