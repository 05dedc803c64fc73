package dev.shorts.emulator.template;

import java.util.Map;

/** Describes a resource that a function creates when the stack is created. */
public record CustomResource(
    String name, String type, String function, Map<String, String> properties) {

  public CustomResource {
    properties = Map.copyOf(properties);
  }
}
