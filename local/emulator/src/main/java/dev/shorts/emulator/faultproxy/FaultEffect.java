package dev.shorts.emulator.faultproxy;

import java.time.Duration;
import java.util.List;

/** Changes a call, or harms the process that makes it. */
sealed interface FaultEffect {

  /** Responds with an error. */
  record Answer(int status, String code) implements FaultEffect {}

  /** Closes the connection without a response. */
  record Drop() implements FaultEffect {}

  /** Closes the connection after half of the response body. */
  record Cut() implements FaultEffect {}

  /** Sends the response body at a low rate. */
  record Slow(int bytesPerSecond) implements FaultEffect {}

  /** Delays the call. */
  record Delay(Duration by) implements FaultEffect {}

  /** Sends the request twice and returns the second response. */
  record Repeat() implements FaultEffect {}

  /** Sets the delivery delay of a message. */
  record Postpone(Duration by) implements FaultEffect {}

  /** Kills the caller's process and all that it has started. */
  record Kill() implements FaultEffect {}

  /** Stops the caller's process, and with it the call, until the fault is switched off. */
  record Freeze() implements FaultEffect {}

  /** Kills a program that the caller has started. */
  record KillProgram(String name) implements FaultEffect {}

  /** Makes writes to one file of the caller fail as on a full disk. */
  record FullDisk(String file) implements FaultEffect {}

  /** Responds to an invocation as Lambda does to one above the concurrency limit. */
  record Throttle() implements FaultEffect {}

  /** The JSON name of each effect, with the names of its members. */
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

  /** Whether the effect changes the response, so that it applies afterwards. */
  default boolean changesResponse() {
    return this instanceof Cut || this instanceof Slow;
  }

  /**
   * @param json {@code effect} and the members that belong to it
   * @throws IllegalArgumentException if there is no such effect, or a member is missing
   */
  static FaultEffect of(FaultJson json) {
    var name = json.text("effect");
    return switch (name) {
      case "answer" -> new Answer(json.number("status", 400, 599), json.text("code"));
      case "drop" -> new Drop();
      case "cut" -> new Cut();
      case "slow" -> new Slow(json.number("bytes_per_s", 1, Integer.MAX_VALUE));
      case "delay" -> new Delay(Duration.ofMillis(json.number("ms", 1, Integer.MAX_VALUE)));
      case "repeat" -> new Repeat();
      case "postpone" -> new Postpone(Duration.ofSeconds(json.number("s", 1, 900)));
      case "kill" -> new Kill();
      case "freeze" -> new Freeze();
      case "kill_program" -> new KillProgram(json.text("program"));
      case "full_disk" -> new FullDisk(json.text("file"));
      case "throttle" -> new Throttle();
      default -> throw FaultJson.refusal("effect is %s.", FaultJson.either(NAMES));
    };
  }
}
