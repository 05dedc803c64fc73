package dev.shorts.local.template;

import dev.shorts.local.queue.Queue;
import java.time.Duration;
import java.util.Optional;

/** Reads {@code AWS::SQS::Queue}. */
final class QueueReader {

  private QueueReader() {}

  static Queue read(String id, Properties queue) {
    // In memory, of one user, and gone long before a message is too old.
    queue.ignore("KmsMasterKeyId", "MessageRetentionPeriod", "SqsManagedSseEnabled");
    queue.ignore("RedriveAllowPolicy", "Tags");
    Properties redrive = queue.section("RedrivePolicy");
    return new Queue(
        id,
        Duration.ofSeconds(queue.number("VisibilityTimeout", 30)),
        redrive.isEmpty() ? Optional.empty() : Optional.of(redrive(redrive)));
  }

  private static Queue.Redrive redrive(Properties redrive) {
    String target = redrive.text("deadLetterTargetArn");
    return new Queue.Redrive(
        target.substring(target.lastIndexOf(':') + 1), redrive.number("maxReceiveCount", 0));
  }
}
