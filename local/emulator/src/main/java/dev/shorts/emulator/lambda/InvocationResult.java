package dev.shorts.emulator.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Tells the result of an invocation; a failed function is a result and no exception. */
public sealed interface InvocationResult {

  /** The bytes that the handler wrote. */
  record Payload(byte[] bytes) implements InvocationResult {

    public String text() {
      return new String(bytes, UTF_8);
    }
  }

  /**
   * A function error of Lambda: the handler threw, the process ended, or time ran out.
   *
   * @param type such as {@code java.lang.IllegalStateException} or {@code Sandbox.Timedout}
   */
  record FunctionError(String type, String message) implements InvocationResult {

    static final String EXITED = "Runtime.ExitError";
    static final String TIMED_OUT = "Sandbox.Timedout";
  }
}
