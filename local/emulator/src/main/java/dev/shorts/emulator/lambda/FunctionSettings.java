package dev.shorts.emulator.lambda;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Configures a function of the local Lambda.
 *
 * @param role that signs its calls of AWS; empty if it makes none
 * @param environment variables that Lambda does not set itself
 * @param logFormat {@code Text} or {@code JSON}
 * @param clockAhead how far its wall clock is ahead of this machine's; negative if it is behind
 */
public record FunctionSettings(
    String name,
    Code code,
    String role,
    Limits limits,
    Map<String, String> environment,
    String logFormat,
    Duration clockAhead) {

  /**
   * The code of a function.
   *
   * @param layers folders whose {@code bin} is on the function's path
   */
  public record Code(Path zip, String handler, List<Path> layers) {

    public Code {
      requireNonNull(zip, "zip");
      requireNonNull(handler, "handler");
      layers = List.copyOf(layers);
    }
  }

  /**
   * The memory and time of one invocation.
   *
   * @param memory in MB; the heap is sized from it
   */
  public record Limits(int memory, Duration timeout) {

    public Limits {
      requireNonNull(timeout, "timeout");
    }
  }

  public FunctionSettings {
    requireNonNull(name, "name");
    requireNonNull(code, "code");
    requireNonNull(role, "role");
    requireNonNull(limits, "limits");
    requireNonNull(logFormat, "logFormat");
    requireNonNull(clockAhead, "clockAhead");
    environment = Map.copyOf(environment);
  }

  public String arn() {
    return Account.arn("lambda", "function:" + name);
  }

  /**
   * Replaces the folders of some layers, and the clock.
   *
   * @param folders by the layer's own folder
   */
  public FunctionSettings with(Map<Path, Path> folders, Duration otherClock) {
    var layers = code.layers().stream().map(layer -> folders.getOrDefault(layer, layer)).toList();
    return new FunctionSettings(
        name,
        new Code(code.zip(), code.handler(), layers),
        role,
        limits,
        environment,
        logFormat,
        otherClock);
  }
}
