package dev.shorts.transcode;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.shorts.aws.FunctionEnvironment;
import dev.shorts.export.ExportId;
import dev.shorts.json.Json;
import dev.shorts.log.Log;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Handles messages of the transcode queue, each {@code {"export_id": …}}. */
public final class TranscodeHandler implements RequestStreamHandler {

  /**
   * Fraction of the remaining time that is reserved for verification, upload and report after
   * FFmpeg: 1/15, of 900 s a minute.
   */
  private static final int RESERVED_SHARE = 15;

  private final Transcode transcode;
  private final InstantSource clock;
  private final Log log;

  /** Called by Lambda. */
  public TranscodeHandler() {
    this(
        Wiring.transcode(FunctionEnvironment.ofThisFunction()),
        InstantSource.system(),
        Log.toStandardOutput());
  }

  TranscodeHandler(Transcode transcode, InstantSource clock, Log log) {
    this.transcode = transcode;
    this.clock = clock;
    this.log = log;
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    var request = log.with("request_id", context.getAwsRequestId());
    var left = Duration.ofMillis(context.getRemainingTimeInMillis());
    var stopAt = clock.instant().plus(left).minus(left.dividedBy(RESERVED_SHARE));
    var failures =
        messages(Json.object(event.readAllBytes())).stream()
            .filter(message -> comesBack(message, stopAt, request))
            .map(message -> Map.of("itemIdentifier", text(message, "messageId")))
            .toList();
    answer.write(Json.write(Map.of("batchItemFailures", failures)).getBytes(UTF_8));
  }

  private boolean comesBack(Map<String, Object> message, Instant stopAt, Log request) {
    var export = exportId(text(message, "body"));
    if (export.isEmpty()) {
      request.warn("message dropped", Map.of("message_id", text(message, "messageId")));
      return false;
    }
    var line = request.with("export_id", export.get());
    try {
      return transcode.transcode(export.get(), stopAt, line).comesBack();
    } catch (RuntimeException e) {
      line.error("message comes back", e);
      return true;
    }
  }

  private static Optional<ExportId> exportId(String body) {
    try {
      return Json.read(body) instanceof Map<?, ?> map && map.get("export_id") instanceof String id
          ? ExportId.parse(id)
          : Optional.empty();
    } catch (Json.MalformedException _) {
      return Optional.empty();
    }
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> messages(Map<String, Object> event) {
    return (List<Map<String, Object>>) event.get("Records");
  }

  private static String text(Map<String, Object> message, String name) {
    return String.valueOf(message.get(name));
  }
}
