package dev.shorts.emulator.sam;

import dev.shorts.emulator.services.QueueSettings;
import java.time.Duration;
import java.util.Optional;

/** Reads {@code AWS::SQS::Queue}. */
final class QueueReader {

  private QueueReader() {}

  static QueueSettings read(String id, Properties queue) {
    // The queue is in memory and does not live long enough for a message to expire.
    queue.ignore("KmsMasterKeyId", "MessageRetentionPeriod", "SqsManagedSseEnabled");
    queue.ignore("RedriveAllowPolicy", "Tags");
    Properties redrive = queue.section("RedrivePolicy");
    return new QueueSettings(
        id,
        Duration.ofSeconds(queue.number("VisibilityTimeout", 30)),
        redrive.isEmpty() ? Optional.empty() : Optional.of(redrive(redrive)));
  }

  private static QueueSettings.Redrive redrive(Properties redrive) {
    String target = redrive.text("deadLetterTargetArn");
    return new QueueSettings.Redrive(
        target.substring(target.lastIndexOf(':') + 1), redrive.number("maxReceiveCount", 0));
  }
}
