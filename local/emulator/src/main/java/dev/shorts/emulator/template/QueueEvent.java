package dev.shorts.emulator.template;

/**
 * Configures the event source mapping from a queue to a function.
 *
 * @param batchSize largest number of messages in a batch
 * @param maximumConcurrency largest number of concurrent batches
 * @param reportsFailures whether the function responds with the messages that it could not process
 */
public record QueueEvent(
    String function,
    String queue,
    int batchSize,
    int maximumConcurrency,
    boolean reportsFailures) {}
