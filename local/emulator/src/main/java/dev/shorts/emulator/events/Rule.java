package dev.shorts.emulator.events;

/**
 * Fires a target at a rate.
 *
 * @param name of the rule in EventBridge
 */
public record Rule(String name, Rate rate, Target target) {

  /** Runs when the rule fires, and returns a response. */
  @FunctionalInterface
  public interface Target {
    byte[] fire() throws Exception;
  }
}
