package dev.shorts.local.template;

import java.time.Duration;
import java.util.Map;

/**
 * A resource that a function makes when the stack is created.
 *
 * @param limit how long CloudFormation waits for its answer
 */
public record CustomResource(
    String name, String type, String function, Duration limit, Map<String, String> properties) {

  public CustomResource {
    properties = Map.copyOf(properties);
  }
}
