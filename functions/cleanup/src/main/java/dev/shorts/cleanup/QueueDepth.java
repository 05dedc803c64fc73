package dev.shorts.cleanup;

import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE;

import software.amazon.awssdk.services.sqs.SqsClient;

/** Counts the messages of a queue; SQS calls these numbers approximate. */
record QueueDepth(SqsClient client, String url) {

  /** Counts the messages that wait to be received. */
  int waitingMessages() {
    var attributes = attributes();
    return attributes.waiting() + attributes.delayed();
  }

  /** Counts all messages, those in flight included. */
  int messages() {
    var attributes = attributes();
    return attributes.waiting() + attributes.delayed() + attributes.inFlight();
  }

  private record Attributes(int waiting, int delayed, int inFlight) {}

  private Attributes attributes() {
    var attributes =
        client
            .getQueueAttributes(
                request ->
                    request
                        .queueUrl(url)
                        .attributeNames(
                            APPROXIMATE_NUMBER_OF_MESSAGES,
                            APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED,
                            APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
            .attributes();
    return new Attributes(
        Integer.parseInt(attributes.getOrDefault(APPROXIMATE_NUMBER_OF_MESSAGES, "0")),
        Integer.parseInt(attributes.getOrDefault(APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED, "0")),
        Integer.parseInt(attributes.getOrDefault(APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE, "0")));
  }
}
