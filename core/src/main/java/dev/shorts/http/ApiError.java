package dev.shorts.http;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An ApiError is the body of a response to a request that can't be served.
 *
 * @param message one sentence that says what to do, without internals
 * @param details may be empty, and is then left out
 */
public record ApiError(ErrorCode code, String message, Map<String, Object> details) {

  public ApiError {
    requireNonNull(code, "code");
    requireNonNull(message, "message");
    requireNonNull(details, "details");
  }

  public ApiError(ErrorCode code, String message) {
    this(code, message, Map.of());
  }

  /** Returns an error that names the wrong field and what it may hold. */
  public static ApiError invalid(String field, Object allowed, String message) {
    var details = new LinkedHashMap<String, Object>();
    details.put("field", field);
    details.put("allowed", allowed);
    return new ApiError(ErrorCode.INVALID_INPUT, message, details);
  }

  /** Returns an error without its cause, which is in the log with the request's id. */
  static ApiError internal() {
    return new ApiError(
        ErrorCode.INTERNAL_ERROR,
        "Something went wrong on our side. Please try again; if it happens again, tell us the"
            + " time.");
  }

  static ApiError unavailable() {
    return new ApiError(
        ErrorCode.SERVICE_UNAVAILABLE,
        "The service is not available right now. Please try again in a few seconds.");
  }

  public HttpResponse response() {
    var body = new LinkedHashMap<String, Object>();
    body.put("error_code", code.name());
    body.put("message", message);
    if (!details.isEmpty()) {
      body.put("details", details);
    }
    return HttpResponse.of(code.status(), body);
  }
}
