package dev.shorts.emulator.events;

import dev.shorts.emulator.host.JsonCodec;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Receives and deletes messages of a queue, in the JSON protocol of SQS.
 *
 * @param queueUrl as SQS names the queue
 * @param role that signs the requests; may be empty
 */
public record QueueClient(
    URI endpoint, String queueUrl, String queueArn, String role, HttpClient http) {

  private static final Duration LONG_POLL = Duration.ofSeconds(20);

  /**
   * A message as received from SQS.
   *
   * @param attributes such as {@code ApproximateReceiveCount}
   */
  record Message(String id, String receipt, String body, String bodyDigest, Map<?, ?> attributes) {}

  public QueueClient(URI endpoint, String queueUrl, String queueArn, String role) {
    this(endpoint, queueUrl, queueArn, role, HttpClient.newHttpClient());
  }

  /** Receives messages by long polling; empty if none arrives. */
  List<Message> receive(int maxMessages) throws IOException, InterruptedException {
    var response =
        call(
            "ReceiveMessage",
            Map.of(
                "QueueUrl",
                queueUrl,
                "MaxNumberOfMessages",
                maxMessages,
                "WaitTimeSeconds",
                LONG_POLL.toSeconds(),
                "AttributeNames",
                List.of("All")));
    var messages = new ArrayList<Message>();
    if (response.get("Messages") instanceof List<?> list) {
      list.forEach(message -> messages.add(message((Map<?, ?>) message)));
    }
    return messages;
  }

  void delete(Message message) throws IOException, InterruptedException {
    call("DeleteMessage", Map.of("QueueUrl", queueUrl, "ReceiptHandle", message.receipt()));
  }

  private static Message message(Map<?, ?> message) {
    return new Message(
        (String) message.get("MessageId"),
        (String) message.get("ReceiptHandle"),
        (String) message.get("Body"),
        (String) message.get("MD5OfBody"),
        message.get("Attributes") instanceof Map<?, ?> attributes ? attributes : Map.of());
  }

  Map<String, Object> call(String action, Map<String, Object> parameters)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(endpoint)
            .header("Content-Type", "application/x-amz-json-1.0")
            .header("X-Amz-Target", "AmazonSQS." + action)
            .timeout(LONG_POLL.plusSeconds(10))
            .POST(BodyPublishers.ofString(JsonCodec.text(parameters)));
    if (!role.isEmpty()) {
      request.header("X-Amz-Security-Token", role);
    }
    var response = http.send(request.build(), BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException(
          "%s answered %d: %s".formatted(action, response.statusCode(), response.body()));
    }
    return response.body().isBlank() ? Map.of() : JsonCodec.map(response.body());
  }
}
