package dev.shorts.emulator.services;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/** A queue to be made. */
public record QueueSettings(String name, Duration visibilityTimeout, Optional<Redrive> redrive) {

  /** Where a message goes that was received {@code maxReceiveCount} times and never deleted. */
  public record Redrive(String deadLetterQueue, int maxReceiveCount) {}

  public QueueSettings {
    requireNonNull(name, "name");
    requireNonNull(visibilityTimeout, "visibilityTimeout");
    requireNonNull(redrive, "redrive");
  }
}
