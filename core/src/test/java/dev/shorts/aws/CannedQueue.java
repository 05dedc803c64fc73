package dev.shorts.aws;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/** One queue in memory. A message that was received comes back only when it is put in again. */
public final class CannedQueue implements SqsClient {

  public static final String URL = "https://sqs.example/queue";

  private final Deque<Message> waiting = new ArrayDeque<>();
  private final Map<QueueAttributeName, String> attributes =
      new EnumMap<>(QueueAttributeName.class);
  private final List<String> sent = new ArrayList<>();
  private final List<String> deleted = new ArrayList<>();
  private boolean down;

  public TranscodeQueue transcodeQueue() {
    return new TranscodeQueue(this, URL);
  }

  /** From now on it takes no message. */
  public CannedQueue down() {
    down = true;
    return this;
  }

  /** A message that waits; its body is its receipt too. */
  public CannedQueue put(String body) {
    waiting.add(Message.builder().body(body).receiptHandle(body).build());
    return this;
  }

  public CannedQueue says(QueueAttributeName name, int value) {
    attributes.put(name, String.valueOf(value));
    return this;
  }

  /** The bodies that were sent. */
  public List<String> sent() {
    return List.copyOf(sent);
  }

  /** The receipts that were deleted. */
  public List<String> deleted() {
    return List.copyOf(deleted);
  }

  @Override
  public SendMessageResponse sendMessage(SendMessageRequest request) {
    if (down) {
      throw SdkClientException.create("the queue is down");
    }
    sent.add(request.messageBody());
    return SendMessageResponse.builder().build();
  }

  @Override
  public ReceiveMessageResponse receiveMessage(ReceiveMessageRequest request) {
    var messages = new ArrayList<Message>();
    while (!waiting.isEmpty() && messages.size() < request.maxNumberOfMessages()) {
      messages.add(waiting.remove());
    }
    return ReceiveMessageResponse.builder().messages(messages).build();
  }

  @Override
  public DeleteMessageResponse deleteMessage(DeleteMessageRequest request) {
    deleted.add(request.receiptHandle());
    return DeleteMessageResponse.builder().build();
  }

  @Override
  public GetQueueAttributesResponse getQueueAttributes(GetQueueAttributesRequest request) {
    var all = new EnumMap<>(attributes);
    all.putIfAbsent(
        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, String.valueOf(waiting.size()));
    all.keySet().retainAll(request.attributeNames());
    return GetQueueAttributesResponse.builder().attributes(all).build();
  }

  @Override
  public String serviceName() {
    return SqsClient.SERVICE_NAME;
  }

  @Override
  public void close() {}
}
