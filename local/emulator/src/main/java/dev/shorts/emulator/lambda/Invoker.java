package dev.shorts.emulator.lambda;

/** Runs a function once: what a mapping, a route or a schedule needs of it. */
@FunctionalInterface
public interface Invoker {

  InvocationResult invoke(byte[] event) throws InterruptedException;
}
