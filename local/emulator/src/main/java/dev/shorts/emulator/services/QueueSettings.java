package dev.shorts.emulator.services;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/** Configures a queue. */
public record QueueSettings(String name, Duration visibilityTimeout, Optional<Redrive> redrive) {

  /** Moves a message that was received {@code maxReceiveCount} times to a dead-letter queue. */
  public record Redrive(String deadLetterQueue, int maxReceiveCount) {}

  public QueueSettings {
    requireNonNull(name, "name");
    requireNonNull(visibilityTimeout, "visibilityTimeout");
    requireNonNull(redrive, "redrive");
  }
}
