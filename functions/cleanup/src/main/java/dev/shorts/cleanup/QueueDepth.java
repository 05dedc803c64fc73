package dev.shorts.cleanup;

import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE;

import software.amazon.awssdk.services.sqs.SqsClient;

/** How much a queue holds; SQS itself calls these numbers approximate. */
record QueueDepth(SqsClient client, String url) {

  /** Messages that wait to be delivered. */
  int waitingMessages() {
    var attributes = attributes();
    return attributes.waiting() + attributes.delayed();
  }

  /** All messages, those that a worker has in hand included. */
  int messages() {
    var attributes = attributes();
    return attributes.waiting() + attributes.delayed() + attributes.inHand();
  }

  private record Attributes(int waiting, int delayed, int inHand) {}

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
