package dev.shorts.emulator.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.QUEUE_ARN;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.VISIBILITY_TIMEOUT;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

class SqsServerTest {

  private static final SqsServer.Account ACCOUNT =
      new SqsServer.Account("000000000000", "us-east-1");

  private static SqsServer queues;
  private static SqsClient client;

  @BeforeAll
  static void start() throws Exception {
    queues =
        new SqsServer(
            new InetSocketAddress("127.0.0.1", 0),
            ACCOUNT,
            List.of(
                new QueueSettings("dead", Duration.ofSeconds(30), Optional.empty()),
                new QueueSettings(
                    "work",
                    Duration.ofSeconds(960),
                    Optional.of(new QueueSettings.Redrive("dead", 2)))));
    client =
        SqsClient.builder()
            .region(Region.US_EAST_1)
            .endpointOverride(queues.url())
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .build();
  }

  @AfterAll
  static void stop() {
    client.close();
    queues.close();
  }

  @Test
  void queuesAreCreatedAsConfigured() {
    String url = queues.queueUrl("work");
    assertThat(client.getQueueUrl(b -> b.queueName("work")).queueUrl()).isEqualTo(url);

    var attributes =
        client
            .getQueueAttributes(b -> b.queueUrl(url).attributeNames(VISIBILITY_TIMEOUT, QUEUE_ARN))
            .attributes();
    assertThat(attributes)
        .containsEntry(VISIBILITY_TIMEOUT, "960")
        .containsEntry(QUEUE_ARN, queues.queueArn("work"));
    assertThatThrownBy(() -> client.getQueueUrl(b -> b.queueName("other")))
        .isInstanceOf(QueueDoesNotExistException.class);
  }

  @Test
  void aMessageThatIsNotDeletedMovesToTheDeadLetterQueue() {
    String work = queues.queueUrl("work");
    client.sendMessage(b -> b.queueUrl(work).messageBody("{\"export_id\": \"1\"}"));

    for (String time : List.of("1", "2")) {
      Message message = receive(work).getFirst();
      assertThat(message.attributes()).containsEntry(APPROXIMATE_RECEIVE_COUNT, time);
      assertThat(receive(work)).isEmpty();
      client.changeMessageVisibility(
          b -> b.queueUrl(work).receiptHandle(message.receiptHandle()).visibilityTimeout(0));
    }
    assertThat(receive(work)).isEmpty();

    String dead = queues.queueUrl("dead");
    Message letter = receive(dead).getFirst();
    assertThat(letter.body()).isEqualTo("{\"export_id\": \"1\"}");
    client.deleteMessage(b -> b.queueUrl(dead).receiptHandle(letter.receiptHandle()));
    assertThat(waiting(dead)).isEqualTo("0");
  }

  @Test
  void aTakenPortIsNamed() {
    int port = queues.url().getPort();
    assertThatThrownBy(
            () -> new SqsServer(new InetSocketAddress("127.0.0.1", port), ACCOUNT, List.of()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(String.valueOf(port));
  }

  private static List<Message> receive(String url) {
    return client
        .receiveMessage(b -> b.queueUrl(url).messageSystemAttributeNames(APPROXIMATE_RECEIVE_COUNT))
        .messages();
  }

  private static String waiting(String url) {
    return client
        .getQueueAttributes(b -> b.queueUrl(url).attributeNames(APPROXIMATE_NUMBER_OF_MESSAGES))
        .attributes()
        .get(APPROXIMATE_NUMBER_OF_MESSAGES);
  }
}
