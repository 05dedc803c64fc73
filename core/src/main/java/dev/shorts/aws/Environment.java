package dev.shorts.aws;

import java.util.Map;

/** The settings of a function, as {@code template.yaml} puts them into its environment. */
public record Environment(Map<String, String> variables) {

  public Environment {
    variables = Map.copyOf(variables);
  }

  /** What this function was deployed with. */
  public static Environment ofThisFunction() {
    return new Environment(System.getenv());
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
}
