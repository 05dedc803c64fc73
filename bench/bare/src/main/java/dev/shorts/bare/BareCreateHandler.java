package dev.shorts.bare;

import static dev.shorts.bare.Sql.number;
import static dev.shorts.bare.Sql.text;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.services.rdsdata.RdsDataClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Makes the calls of {@code create-export} and nothing else, as a floor to compare with: it checks
 * nothing of its event, a text of four words.
 */
public final class BareCreateHandler implements RequestStreamHandler {

  private static final String CREATE =
      """
      select * from create_scene_export(
        cast(:export_id as uuid), cast(:user_id as uuid), cast(:scene_id as uuid),
        :strategy, :quality, cast(:idempotency_key as text),
        cast(:max_exports as int), cast(:window_s as int), cast(:max_scene_s as numeric))
      """;

  private final RdsDataClient database;
  private final SqsClient queue;

  public BareCreateHandler() {
    var http = AwsCrtHttpClient.create();
    database = RdsDataClient.builder().httpClient(http).build();
    queue = SqsClient.builder().httpClient(http).build();
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    var words = TextEvent.of(input);
    database.executeStatement(
        request ->
            Sql.ask(
                request,
                CREATE,
                text("export_id", words[0]),
                text("user_id", words[1]),
                text("scene_id", words[2]),
                text("strategy", "letterbox"),
                text("quality", "high"),
                text("idempotency_key", words[3]),
                number("max_exports", 10),
                number("window_s", 86_400),
                text("max_scene_s", "180")));
    queue.sendMessage(
        message ->
            message
                .queueUrl(System.getenv("TRANSCODE_QUEUE_URL"))
                .messageBody("{\"export_id\":\"" + words[0] + "\"}"));
    TextEvent.write("{}", output);
  }
}
