package dev.shorts.aws;

import dev.shorts.export.ExportId;
import dev.shorts.json.Json;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Sends the message {@code {"export_id": …}} to the queue of the transcoder. */
public final class TranscodeQueue {

  /** 20 s of database, this, and 1.5 s to take it back stay under a function's 25 s. */
  public static final CallTimeout TIME =
      new CallTimeout(Duration.ofSeconds(3), Duration.ofMillis(1_500));

  private final SqsClient client;
  private final String url;

  public TranscodeQueue(SqsClient client, String url) {
    this.client = client;
    this.url = url;
  }

  /**
   * Builds the client. A message that is sent twice does no harm: only one worker can claim the
   * export.
   */
  public static TranscodeQueue connect(SdkHttpClient http, FunctionEnvironment environment) {
    var client = SqsClient.builder().httpClient(http).overrideConfiguration(TIME).build();
    return new TranscodeQueue(client, environment.get("TRANSCODE_QUEUE_URL"));
  }

  /** The queue did not confirm the message; it may hold it all the same. */
  public static final class UnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnavailableException(SdkException cause) {
      super(cause);
    }
  }

  public void send(ExportId export) throws UnavailableException {
    var body = Json.write(Map.of("export_id", export.toString()));
    try {
      client.sendMessage(message -> message.queueUrl(url).messageBody(body));
    } catch (SdkException e) {
      throw new UnavailableException(e);
    }
  }
}
