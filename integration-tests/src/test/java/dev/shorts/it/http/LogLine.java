package dev.shorts.it.http;

import dev.shorts.emulator.host.JsonCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** A line of a function's log. */
public final class LogLine {

  private LogLine() {}

  /** What an event says; nothing of a line that is none. */
  public static Map<String, Object> fields(String line) {
    try {
      return line.startsWith("{") ? JsonCodec.map(line) : Map.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
