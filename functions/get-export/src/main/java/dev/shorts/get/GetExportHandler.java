package dev.shorts.get;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.shorts.aws.FunctionEnvironment;
import dev.shorts.export.ExportId;
import dev.shorts.export.UserId;
import dev.shorts.get.GetExport.Result.Expired;
import dev.shorts.get.GetExport.Result.NotFound;
import dev.shorts.get.GetExport.Result.Shown;
import dev.shorts.http.ApiError;
import dev.shorts.http.ApiResponder;
import dev.shorts.http.ErrorCode;
import dev.shorts.http.ExportJson;
import dev.shorts.http.HttpRequest;
import dev.shorts.http.HttpResponse;
import dev.shorts.log.Log;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** Serves {@code GET /v1/exports/{export_id}}. */
public final class GetExportHandler implements RequestStreamHandler {

  private final ApiResponder api;
  private final GetExport getExport;

  /** Called by Lambda. */
  public GetExportHandler() {
    this(
        new ApiResponder(Log.toStandardOutput()),
        Wiring.getExport(FunctionEnvironment.ofThisFunction()));
  }

  GetExportHandler(ApiResponder api, GetExport getExport) {
    this.api = api;
    this.getExport = getExport;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    api.serve(input, output, this::get);
  }

  private HttpResponse get(HttpRequest request, Log log) {
    var user = request.user();
    return ExportId.parse(request.pathParameter("export_id"))
        .map(id -> get(id, user, log.with("user_id", user).with("export_id", id)))
        .orElseGet(GetExportHandler::notFound);
  }

  private HttpResponse get(ExportId id, UserId user, Log log) {
    var result = getExport.get(id, user);
    log.info("looked", Map.of("outcome", outcome(result)));
    return answer(result);
  }

  private static String outcome(GetExport.Result result) {
    return switch (result) {
      case Shown(var export, _) -> export.state().text();
      case Expired _ -> "expired";
      case NotFound _ -> "not_found";
    };
  }

  private static HttpResponse answer(GetExport.Result result) {
    return switch (result) {
      case Shown(var export, var download) ->
          HttpResponse.of(
              200,
              download
                  .map(url -> ExportJson.of(export, url.toString()))
                  .orElseGet(() -> ExportJson.of(export)));
      case Expired(var id) ->
          new ApiError(
                  ErrorCode.EXPORT_EXPIRED,
                  "Export %s has expired (24-hour limit). Please create a new export."
                      .formatted(id))
              .response();
      case NotFound() -> notFound();
    };
  }

  private static HttpResponse notFound() {
    return new ApiError(ErrorCode.EXPORT_NOT_FOUND, "Export not found").response();
  }
}
