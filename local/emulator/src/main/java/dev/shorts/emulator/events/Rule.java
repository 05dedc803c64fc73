package dev.shorts.emulator.events;

/**
 * Something that happens by the clock.
 *
 * @param name as EventBridge knows it
 */
public record Rule(String name, Rate rate, Target target) {

  /** What happens; answers with what there is to say about it. */
  @FunctionalInterface
  public interface Target {
    byte[] fire() throws Exception;
  }
}
