package dev.shorts.emulator.faultproxy;

import java.time.Duration;
import java.util.List;

/** What a fault does to a call, or to who makes it. */
sealed interface FaultEffect {

  /** The caller is told an error. */
  record Answer(int status, String code) implements FaultEffect {}

  /** The connection ends without an answer. */
  record Drop() implements FaultEffect {}

  /** The answer ends half way. */
  record Cut() implements FaultEffect {}

  /** The answer comes in drops. */
  record Slow(int bytesPerSecond) implements FaultEffect {}

  /** Everything waits. */
  record Delay(Duration by) implements FaultEffect {}

  /** The service is asked twice, and the second answer counts. */
  record Repeat() implements FaultEffect {}

  /** A message isn't delivered before its time. */
  record Postpone(Duration by) implements FaultEffect {}

  /** The caller's process ends, with all that it has started. */
  record Kill() implements FaultEffect {}

  /** The caller's process stops until the fault is taken away; so does the call. */
  record Freeze() implements FaultEffect {}

  /** A program that the caller has started ends. */
  record KillProgram(String name) implements FaultEffect {}

  /** The caller's disk is full for one file. */
  record FullDisk(String file) implements FaultEffect {}

  /** The function isn't invoked. */
  record Throttle() implements FaultEffect {}

  /** As they are called, with what belongs to each. */
  List<String> NAMES =
      List.of(
          "answer (status, code)",
          "drop",
          "cut",
          "slow (bytes_per_s)",
          "delay (ms)",
          "repeat",
          "postpone (s)",
          "kill",
          "freeze",
          "kill_program (program)",
          "full_disk (file)",
          "throttle");

  /** Whether it changes the answer, and so can't come before it. */
  default boolean isOfTheAnswer() {
    return this instanceof Cut || this instanceof Slow;
  }

  /**
   * @param words {@code effect} and what belongs to it
   * @throws IllegalArgumentException if there is no such effect, or something of it is missing
   */
  static FaultEffect of(FaultJson words) {
    var name = words.text("effect");
    return switch (name) {
      case "answer" -> new Answer(words.number("status", 400, 599), words.text("code"));
      case "drop" -> new Drop();
      case "cut" -> new Cut();
      case "slow" -> new Slow(words.number("bytes_per_s", 1, Integer.MAX_VALUE));
      case "delay" -> new Delay(Duration.ofMillis(words.number("ms", 1, Integer.MAX_VALUE)));
      case "repeat" -> new Repeat();
      case "postpone" -> new Postpone(Duration.ofSeconds(words.number("s", 1, 900)));
      case "kill" -> new Kill();
      case "freeze" -> new Freeze();
      case "kill_program" -> new KillProgram(words.text("program"));
      case "full_disk" -> new FullDisk(words.text("file"));
      case "throttle" -> new Throttle();
      default -> throw FaultJson.refusal("effect is %s.", FaultJson.either(NAMES));
    };
  }
}
