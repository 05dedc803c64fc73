package dev.shorts.bench.api;

import dev.shorts.emulator.lambda.InvocationResult;
import dev.shorts.emulator.lambda.InvocationResult.FunctionError;
import dev.shorts.emulator.lambda.InvocationResult.Payload;
import dev.shorts.emulator.lambda.LambdaFunction;
import java.io.IOException;

/**
 * A ColdStart has the times of one start, in milliseconds.
 *
 * @param init from the start of the process until it asks for an event: JVM, Lambda's client, the
 *     handler's constructor
 * @param first from then until the first answer
 * @param cpu of the process in both
 */
record ColdStart(double init, double first, double cpu) {

  private static final double NANOS_PER_MILLI = 1e6;

  /** Starts a process of {@code function}, and ends it after the first answer. */
  static ColdStart of(
      LambdaFunction function, BenchedFunction subject, byte[] event, PinnedLambda lambda)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    var error = function.warmUp();
    if (error.isPresent()) {
      throw new IllegalStateException(subject + " does not start: " + error.get());
    }
    long asking = System.nanoTime();
    var result = function.invoke(event);
    long answered = System.nanoTime();
    subject.check(answer(result));
    var cpu = ProcFile.stat(lambda.process(function)).cpu();
    function.close();
    return new ColdStart(
        (asking - start) / NANOS_PER_MILLI, (answered - asking) / NANOS_PER_MILLI, cpu.toMillis());
  }

  /** To the first answer: what is made ready before it and what only with it can be moved. */
  double total() {
    return init + first;
  }

  static String answer(InvocationResult result) {
    return switch (result) {
      case Payload payload -> payload.text();
      case FunctionError error -> error.toString();
    };
  }
}
