package dev.shorts.cleanup;

import dev.shorts.export.ExportId;
import dev.shorts.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** The queue of messages that no worker could finish. */
record DeadLetters(SqsClient client, String url) {

  /**
   * A message that was given up.
   *
   * @param export empty if the message is none of ours
   */
  record DeadLetter(Optional<ExportId> export, String receipt) {}

  int messages() {
    return new QueueDepth(client, url).messages();
  }

  /** Up to ten; none if the queue is empty. */
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
