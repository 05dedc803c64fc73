package dev.shorts.emulator.events;

import static java.util.stream.Collectors.toSet;

import dev.shorts.emulator.events.QueueClient.Message;
import dev.shorts.emulator.host.JsonCodec;
import dev.shorts.emulator.lambda.Account;
import dev.shorts.emulator.lambda.InvocationResult.Payload;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes the event for a batch of messages and reads the batch response of the function
 * (https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html).
 */
final class BatchEvent {

  private BatchEvent() {}

  static byte[] of(String queueArn, List<Message> batch) throws IOException {
    return JsonCodec.bytes(
        Map.of("Records", batch.stream().map(message -> entry(queueArn, message)).toList()));
  }

  /**
   * The ids of the messages that the function processed. A response that cannot be read, or that
   * names a message outside the batch, fails the whole batch.
   */
  static Set<String> processed(List<Message> batch, Payload response) {
    Set<String> ids = ids(batch);
    if (response.text().isBlank() || response.text().equals("null")) {
      return ids;
    }
    try {
      Object failures = JsonCodec.map(response.bytes()).get("batchItemFailures");
      Set<Object> failed = new HashSet<>();
      if (failures instanceof List<?> list) {
        list.forEach(failure -> failed.add(((Map<?, ?>) failure).get("itemIdentifier")));
      }
      if (!ids.containsAll(failed)) {
        return Set.of();
      }
      ids.removeAll(failed);
      return ids;
    } catch (IOException | ClassCastException _) {
      return Set.of();
    }
  }

  /** The ids of all messages of the batch. */
  static Set<String> ids(List<Message> batch) {
    return batch.stream().map(Message::id).collect(toSet());
  }

  private static Map<String, Object> entry(String queueArn, Message message) {
    return Map.of(
        "messageId", message.id(),
        "receiptHandle", message.receipt(),
        "body", message.body(),
        "md5OfBody", message.bodyDigest(),
        "attributes", message.attributes(),
        "messageAttributes", Map.of(),
        "eventSource", "aws:sqs",
        "eventSourceARN", queueArn,
        "awsRegion", Account.REGION);
  }
}
