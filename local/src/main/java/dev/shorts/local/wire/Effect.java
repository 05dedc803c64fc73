package dev.shorts.local.wire;

import java.time.Duration;
import java.util.Map;

/** What a fault does to a call, or to who makes it. */
sealed interface Effect {

  /** The caller is told an error. */
  record Answer(int status, String code) implements Effect {}

  /** The connection ends without an answer. */
  record Drop() implements Effect {}

  /** The answer ends half way. */
  record Cut() implements Effect {}

  /** The answer comes in drops. */
  record Slow(int bytesPerSecond) implements Effect {}

  /** Everything waits. */
  record Delay(Duration by) implements Effect {}

  /** The service is asked twice. */
  record Repeat() implements Effect {}

  /** A message isn't delivered before its time. */
  record Postpone(Duration by) implements Effect {}

  /** The caller's process ends, with all that it has started. */
  record Kill() implements Effect {}

  /** The caller's process stops until the fault is taken away; so does the call. */
  record Freeze() implements Effect {}

  /** A program that the caller has started ends. */
  record KillProgram(String name) implements Effect {}

  /** The caller's disk is full for one file. */
  record FullDisk(String file) implements Effect {}

  /** The function isn't invoked. */
  record Throttle() implements Effect {}

  /** Whether it changes the answer, and so comes after the service has done its work. */
  default boolean isAfterwards() {
    return this instanceof Cut || this instanceof Slow;
  }

  /** Whether it is done to a function's process: other callers are spared. */
  default boolean needsProcess() {
    return switch (this) {
      case Kill _, Freeze _, KillProgram _, FullDisk _ -> true;
      case Answer _, Drop _, Cut _, Slow _, Delay _, Repeat _, Postpone _, Throttle _ -> false;
    };
  }

  /**
   * @param words {@code effect} and what belongs to it
   * @throws IllegalArgumentException if there is no such effect
   */
  static Effect of(Map<String, ?> words) {
    var name = String.valueOf(words.get("effect"));
    return switch (name) {
      case "answer" -> new Answer((int) number(words, "status"), text(words, "code"));
      case "drop" -> new Drop();
      case "cut" -> new Cut();
      case "slow" -> new Slow((int) number(words, "bytes_per_s"));
      case "delay" -> new Delay(Duration.ofMillis(number(words, "ms")));
      case "repeat" -> new Repeat();
      case "postpone" -> new Postpone(Duration.ofSeconds(number(words, "s")));
      case "kill" -> new Kill();
      case "freeze" -> new Freeze();
      case "kill_program" -> new KillProgram(text(words, "program"));
      case "full_disk" -> new FullDisk(text(words, "file"));
      case "throttle" -> new Throttle();
      default ->
          throw new IllegalArgumentException(
              "There is no effect %s; there are answer (status, code), drop, cut, slow (bytes_per_s), delay (ms), repeat, postpone (s), kill, freeze, kill_program (program), full_disk (file) and throttle."
                  .formatted(name));
    };
  }

  private static long number(Map<String, ?> words, String name) {
    if (words.get(name) instanceof Number number && number.longValue() > 0) {
      return number.longValue();
    }
    throw new IllegalArgumentException(
        "%s needs %s, a number above 0.".formatted(words.get("effect"), name));
  }

  private static String text(Map<String, ?> words, String name) {
    if (words.get(name) instanceof String text && !text.isBlank()) {
      return text;
    }
    throw new IllegalArgumentException("%s needs %s.".formatted(words.get("effect"), name));
  }
}
