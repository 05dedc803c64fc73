package dev.shorts.emulator.lambda;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** One event on its way through an environment, and its answer as soon as there is one. */
record Invocation(
    String id,
    byte[] event,
    Instant deadline,
    CompletableFuture<Void> taken,
    CompletableFuture<InvocationResult> answer) {

  Invocation(String id, byte[] event, Instant deadline) {
    this(id, event, deadline, new CompletableFuture<>(), new CompletableFuture<>());
  }
}
