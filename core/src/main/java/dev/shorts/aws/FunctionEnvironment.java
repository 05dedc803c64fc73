package dev.shorts.aws;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the environment variables that {@code template.yaml} gives to a function. */
public record FunctionEnvironment(Map<String, String> variables) {

  private static final Pattern POSITIVE = Pattern.compile("0*[1-9]\\d{0,8}");

  public FunctionEnvironment {
    variables = Map.copyOf(variables);
  }

  /** Returns the environment of this process. */
  public static FunctionEnvironment ofThisFunction() {
    return new FunctionEnvironment(System.getenv());
  }

  /**
   * @throws IllegalStateException if the template did not set {@code name}
   */
  public String get(String name) {
    var value = variables.getOrDefault(name, "");
    if (value.isBlank()) {
      throw new IllegalStateException("the environment lacks " + name + ": see template.yaml");
    }
    return value;
  }

  /**
   * Reads a duration, which the template gives in whole seconds.
   *
   * @throws IllegalStateException if {@code name} is no positive number
   */
  public Duration seconds(String name) {
    var value = get(name);
    if (!POSITIVE.matcher(value).matches()) {
      throw new IllegalStateException(
          "%s is no positive number of seconds: %s: see template.yaml".formatted(name, value));
    }
    return Duration.ofSeconds(Long.parseLong(value));
  }
}
