package dev.shorts.it;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.stream.Stream;

/** How much is in the queues of a local cloud. */
record QueueDepths(Endpoints endpoints) {

  /** In all queues, those in a worker's hands included. */
  int messages() {
    return endpoints.names("sqs").stream()
        .filter(name -> !name.equals("endpoint"))
        .mapToInt(queue -> messages(endpoints.text("sqs", queue)))
        .sum();
  }

  private int messages(String queueUrl) {
    var question = "{\"QueueUrl\": \"%s\", \"AttributeNames\": [\"All\"]}".formatted(queueUrl);
    var request =
        HttpRequest.newBuilder(endpoints.url("sqs", "endpoint"))
            .header("x-amz-target", "AmazonSQS.GetQueueAttributes")
            .header("content-type", "application/x-amz-json-1.0")
            .POST(BodyPublishers.ofString(question));
    var attributes = (Map<?, ?>) User.send(request.build()).field("Attributes");
    return Stream.of("", "NotVisible", "Delayed")
        .map(which -> attributes.get("ApproximateNumberOfMessages" + which).toString())
        .mapToInt(Integer::parseInt)
        .sum();
  }
}
