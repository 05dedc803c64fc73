package dev.shorts.create;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.shorts.aws.FunctionEnvironment;
import dev.shorts.create.CreateExport.Result;
import dev.shorts.export.Export;
import dev.shorts.export.SceneId;
import dev.shorts.http.ApiResponder;
import dev.shorts.http.HttpRequest;
import dev.shorts.http.HttpResponse;
import dev.shorts.log.Log;
import dev.shorts.log.Metric;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** {@code POST /v1/scenes/{scene_id}/export-short} */
public final class CreateExportHandler implements RequestStreamHandler {

  private static final String USER_NOT_FOUND =
      "auth.users has no row for a user who owns videos: the platform's users are in another table."
          + " Keep their ids in auth.users, too.";

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
    log(log, request, result);
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

  private static void log(Log log, ExportRequest request, Result result) {
    var of = log.with("user_id", request.user());
    switch (result) {
      case Result.Accepted(var export, _) ->
          of.info("accepted", ids(export), Metric.count("ExportsCreated"));
      case Result.Repeated(var export, _) -> of.info("repeated", ids(export));
      case Result.NotQueued _ -> of.warn("not queued", Map.of());
      case Result.Refused(CreateOutcome.LimitExceeded why, _) ->
          of.info("refused", outcome(why), Metric.count("QuotaRefusals"));
      case Result.Refused(CreateOutcome.UserNotFound _, _) ->
          of.error(
              "user not found", Map.of("details", USER_NOT_FOUND), Metric.count("UsersNotFound"));
      case Result.Refused(var why, _) -> of.info("refused", outcome(why));
    }
  }

  private static Map<String, Object> ids(Export export) {
    return Map.of("export_id", export.id(), "scene_id", export.scene());
  }

  private static Map<String, Object> outcome(CreateOutcome why) {
    return Map.of("outcome", why.outcome());
  }
}
