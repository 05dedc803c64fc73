package dev.shorts.emulator.lambda;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** Carries one event to an execution environment, and its result back. */
record Invocation(
    String id,
    byte[] event,
    Instant deadline,
    CompletableFuture<Void> taken,
    CompletableFuture<InvocationResult> result) {

  Invocation(String id, byte[] event, Instant deadline) {
    this(id, event, deadline, new CompletableFuture<>(), new CompletableFuture<>());
  }
}
