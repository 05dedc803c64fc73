package dev.shorts.emulator.template;

import dev.shorts.emulator.services.QueueSettings;
import java.util.List;

/**
 * Holds the queues, buckets and secrets of the template.
 *
 * @param queues a dead-letter queue before the queue that names it
 * @param buckets logical ids
 */
public record BackingResources(
    List<QueueSettings> queues, List<String> buckets, List<GeneratedSecret> secrets) {

  public BackingResources {
    queues = List.copyOf(queues);
    buckets = List.copyOf(buckets);
    secrets = List.copyOf(secrets);
  }
}
