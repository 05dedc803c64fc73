package dev.shorts.http;

import dev.shorts.aws.DataApi;
import dev.shorts.log.Log;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** Passes a request to its route, and turns every exception into a response. */
public final class ApiResponder {

  private final Log log;

  public ApiResponder(Log log) {
    this.log = log;
  }

  /** A Route answers a request; {@code log} already carries the request's id. */
  public interface Route {
    HttpResponse answer(HttpRequest request, Log log);
  }

  /**
   * @param input the event, and {@code output} the response, in API Gateway's payload format 2.0
   */
  public void serve(InputStream input, OutputStream output, Route route) throws IOException {
    output.write(answer(HttpRequest.parse(input.readAllBytes()), route).toEvent());
  }

  private HttpResponse answer(HttpRequest request, Route route) {
    var requestLog = log.with("request_id", request.requestId());
    try {
      return request.routeKey().equals("$default")
          ? new ApiError(ErrorCode.NOT_FOUND, "There is nothing at this address.").response()
          : route.answer(request, requestLog);
    } catch (ApiException e) {
      requestLog.info("refused", Map.of("error_code", e.error().code()));
      return e.error().response();
    } catch (DataApi.UnavailableException e) {
      requestLog.error("database unavailable", e);
      return unavailable();
    } catch (RuntimeException e) {
      requestLog.error("request failed", e);
      return failed();
    }
  }

  /**
   * Returns 500, for a fault that the caller can do nothing about; its cause belongs in the log.
   */
  public static HttpResponse failed() {
    return ApiError.internal().response();
  }

  /** Returns 503, for errors that a retry in a few seconds may cure. */
  public static HttpResponse unavailable() {
    return ApiError.unavailable().response().with("retry-after", 5);
  }
}
