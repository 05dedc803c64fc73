package dev.shorts.it.driver;

import dev.shorts.emulator.host.JsonCodec;
import dev.shorts.it.http.ApiAnswer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The queues of a local cloud. */
public record Queues(Endpoints endpoints) {

  /** In all queues, those in a worker's hands included. */
  public int messages() {
    return endpoints.names("sqs").stream()
        .filter(name -> !name.equals("endpoint"))
        .mapToInt(queue -> messages(endpoints.text("sqs", queue)))
        .sum();
  }

  public void send(String queue, String body) {
    call("SendMessage", Map.of("QueueUrl", endpoints.text("sqs", queue), "MessageBody", body));
  }

  /** What the messages say that nobody is working on, ten at most. */
  public List<String> bodies(String queue) {
    var answer =
        call(
            "ReceiveMessage",
            Map.of(
                "QueueUrl", endpoints.text("sqs", queue),
                "MaxNumberOfMessages", 10,
                "VisibilityTimeout", 0));
    return answer.body().get("Messages") instanceof List<?> messages
        ? messages.stream().map(message -> ((Map<?, ?>) message).get("Body").toString()).toList()
        : List.of();
  }

  private int messages(String queueUrl) {
    var answer =
        call("GetQueueAttributes", Map.of("QueueUrl", queueUrl, "AttributeNames", List.of("All")));
    var attributes = (Map<?, ?>) answer.field("Attributes");
    return Stream.of("", "NotVisible", "Delayed")
        .map(which -> attributes.get("ApproximateNumberOfMessages" + which).toString())
        .mapToInt(Integer::parseInt)
        .sum();
  }

  private ApiAnswer call(String action, Map<String, ?> parameters) {
    return User.send(
        HttpRequest.newBuilder(endpoints.url("sqs", "endpoint"))
            .header("x-amz-target", "AmazonSQS." + action)
            .header("content-type", "application/x-amz-json-1.0")
            .POST(BodyPublishers.ofString(JsonCodec.text(parameters)))
            .build());
  }
}
