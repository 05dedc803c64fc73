package dev.shorts.emulator.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.emulator.events.QueueClient.Message;
import dev.shorts.emulator.host.JsonCodec;
import dev.shorts.emulator.lambda.InvocationResult.Payload;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchEventTest {

  private static final List<Message> BATCH = List.of(message("a"), message("b"));

  @Test
  void theEventOfABatchHasTheFormatOfLambda() throws IOException {
    byte[] event = BatchEvent.of("arn:queue", List.of(message("a")));

    assertThat(JsonCodec.map(event))
        .isEqualTo(
            Map.of(
                "Records",
                List.of(
                    Map.of(
                        "messageId", "a",
                        "receiptHandle", "receipt-a",
                        "body", "body-a",
                        "md5OfBody", "digest",
                        "attributes", Map.of("ApproximateReceiveCount", "1"),
                        "messageAttributes", Map.of(),
                        "eventSource", "aws:sqs",
                        "eventSourceARN", "arn:queue",
                        "awsRegion", "us-east-1"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          ''                                                   | a b
          null                                                 | a b
          {}                                                   | a b
          {"batchItemFailures":[]}                             | a b
          {"batchItemFailures":[{"itemIdentifier":"a"}]}       | b
          {"batchItemFailures":[{"itemIdentifier":"other"}]}   | -
          {"batchItemFailures":[{"itemIdentifier":null}]}      | -
          {"batchItemFailures":["a"]}                          | -
          no json                                              | -
          """)
  void messagesThatTheFunctionDoesNotReportAreProcessed(String answer, String taken) {
    assertThat(BatchEvent.processed(BATCH, new Payload(answer.getBytes(UTF_8))))
        .isEqualTo(taken == null ? Set.of() : Set.copyOf(Arrays.asList(taken.split(" "))));
  }

  private static Message message(String id) {
    return new Message(
        id, "receipt-" + id, "body-" + id, "digest", Map.of("ApproximateReceiveCount", "1"));
  }
}
