package dev.shorts.it.driver;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** A line of a function's log. */
public final class LogLine {

  private LogLine() {}

  /** What an event says; nothing of a line that is none. */
  public static Map<String, Object> fields(String line) {
    try {
      return line.startsWith("{") ? JSON.std.mapFrom(line) : Map.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
