package dev.shorts.emulator.template;

/**
 * A queue whose messages go to a function.
 *
 * @param batchSize messages at a time, at most
 * @param maximumConcurrency batches at the same time, at most
 * @param reportsFailures whether the function answers with the messages that it couldn't take
 */
public record QueueEvent(
    String function,
    String queue,
    int batchSize,
    int maximumConcurrency,
    boolean reportsFailures) {}
