package dev.shorts.cleanup;

import dev.shorts.export.ExportId;
import dev.shorts.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** Reads and deletes messages of the dead-letter queue. */
record DeadLetters(SqsClient client, String url) {

  /**
   * A message that SQS moved to the dead-letter queue.
   *
   * @param export empty if the message names no export
   */
  record DeadLetter(Optional<ExportId> export, String receipt) {}

  int messages() {
    return new QueueDepth(client, url).messages();
  }

  /** Receives up to ten messages; none if the queue is empty. */
  List<DeadLetter> receive() {
    return client
        .receiveMessage(request -> request.queueUrl(url).maxNumberOfMessages(10))
        .messages()
        .stream()
        .map(message -> new DeadLetter(export(message), message.receiptHandle()))
        .toList();
  }

  void delete(DeadLetter letter) {
    client.deleteMessage(request -> request.queueUrl(url).receiptHandle(letter.receipt()));
  }

  private static Optional<ExportId> export(Message message) {
    try {
      return Json.read(message.body()) instanceof Map<?, ?> body
          ? ExportId.parse(String.valueOf(body.get("export_id")))
          : Optional.empty();
    } catch (Json.MalformedException _) {
      return Optional.empty();
    }
  }
}
