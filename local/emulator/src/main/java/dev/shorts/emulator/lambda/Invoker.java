package dev.shorts.emulator.lambda;

/** Invokes a function once, for an event source mapping, a route or a schedule. */
@FunctionalInterface
public interface Invoker {

  InvocationResult invoke(byte[] event) throws InterruptedException;
}
