package dev.shorts.create;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.shorts.aws.FunctionEnvironment;
import dev.shorts.export.SceneId;
import dev.shorts.http.ApiResponder;
import dev.shorts.http.HttpRequest;
import dev.shorts.http.HttpResponse;
import dev.shorts.log.Log;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Serves {@code POST /v1/scenes/{scene_id}/export-short}. */
public final class CreateExportHandler implements RequestStreamHandler {

  private final ApiResponder api;
  private final CreateExport createExport;

  /** Called by Lambda. */
  public CreateExportHandler() {
    this(
        new ApiResponder(Log.toStandardOutput()),
        Wiring.createExport(FunctionEnvironment.ofThisFunction()));
  }

  CreateExportHandler(ApiResponder api, CreateExport createExport) {
    this.api = api;
    this.createExport = createExport;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    api.serve(input, output, this::create);
  }

  private HttpResponse create(HttpRequest event, Log log) {
    var request = request(event);
    var result = createExport.create(request, log);
    CreateExportLog.ended(request.user(), result, log);
    return CreateExportResponses.to(result);
  }

  private static ExportRequest request(HttpRequest event) {
    var user = event.user();
    var options = CreateExportBody.parse(event.body());
    return new ExportRequest(
        user,
        SceneId.parse(event.pathParameter("scene_id")),
        options.strategy(),
        options.quality(),
        event.header("idempotency-key").map(IdempotencyKey::new));
  }
}
