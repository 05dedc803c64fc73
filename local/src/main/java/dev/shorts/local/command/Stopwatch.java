package dev.shorts.local.command;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Measures how long each part of a run takes. */
final class Stopwatch {

  private final LongSupplier nanos;
  private final Map<String, Double> laps = new LinkedHashMap<>();
  private long since;

  Stopwatch(LongSupplier nanos) {
    this.nanos = nanos;
    this.since = nanos.getAsLong();
  }

  /** Records the time since the last lap, or since the start, as {@code part}. */
  void lap(String part) {
    long now = nanos.getAsLong();
    laps.put(part, (now - since) / 1e9);
    since = now;
  }

  @Override
  public String toString() {
    return laps.entrySet().stream()
        .map(lap -> "%s %.1f s".formatted(lap.getKey(), lap.getValue()))
        .collect(joining(", "));
  }
}
