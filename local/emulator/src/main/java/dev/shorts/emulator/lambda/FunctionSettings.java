package dev.shorts.emulator.lambda;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What Lambda is told about a function.
 *
 * @param role in whose name it calls AWS; empty if it calls nobody
 * @param memory in MB; the heap is sized from it
 * @param environment what Lambda doesn't set itself
 * @param logFormat {@code Text} or {@code JSON}
 * @param layers folders whose {@code bin} is on the function's path
 * @param clockAhead how far its wall clock is ahead of ours; behind, if negative
 */
public record FunctionSettings(
    String name,
    Path zip,
    String handler,
    String role,
    int memory,
    Duration timeout,
    Map<String, String> environment,
    String logFormat,
    List<Path> layers,
    Duration clockAhead) {

  public FunctionSettings {
    requireNonNull(name, "name");
    requireNonNull(zip, "zip");
    requireNonNull(handler, "handler");
    requireNonNull(role, "role");
    requireNonNull(timeout, "timeout");
    requireNonNull(logFormat, "logFormat");
    requireNonNull(clockAhead, "clockAhead");
    environment = Map.copyOf(environment);
    layers = List.copyOf(layers);
  }

  public String arn() {
    return Account.arn("lambda", "function:" + name);
  }

  /**
   * With other folders for some layers, and another clock.
   *
   * @param instead by the layer's own folder
   */
  public FunctionSettings with(Map<Path, Path> instead, Duration otherClock) {
    var folders = layers.stream().map(layer -> instead.getOrDefault(layer, layer)).toList();
    return new FunctionSettings(
        name, zip, handler, role, memory, timeout, environment, logFormat, folders, otherClock);
  }
}
