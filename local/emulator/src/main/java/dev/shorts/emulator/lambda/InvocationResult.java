package dev.shorts.emulator.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

/** How an invocation ended. A function that fails is an answer, not an exception. */
public sealed interface InvocationResult {

  /** What the handler wrote. */
  record Payload(byte[] bytes) implements InvocationResult {

    public String text() {
      return new String(bytes, UTF_8);
    }
  }

  /**
   * What Lambda calls a function error: the handler threw, the process ended, or time ran out.
   *
   * @param type such as {@code java.lang.IllegalStateException} or {@code Sandbox.Timedout}
   */
  record FunctionError(String type, String message) implements InvocationResult {

    static final String EXITED = "Runtime.ExitError";
    static final String TIMED_OUT = "Sandbox.Timedout";
  }
}
