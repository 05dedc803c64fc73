package dev.shorts.emulator.events;

/**
 * Fires a target at a rate.
 *
 * @param name of the rule in EventBridge
 */
public record Rule(String name, Rate rate, Target target) {

  /** Invokes what the rule is for, and returns its response. */
  @FunctionalInterface
  public interface Target {
    byte[] fire() throws Exception;
  }
}
