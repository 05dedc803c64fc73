package dev.shorts.create;

import dev.shorts.create.CreateExport.Result;
import dev.shorts.create.CreateExport.Result.Accepted;
import dev.shorts.create.CreateExport.Result.NotQueued;
import dev.shorts.create.CreateExport.Result.Refused;
import dev.shorts.create.CreateExport.Result.Repeated;
import dev.shorts.create.CreateOutcome.Rejected;
import dev.shorts.export.Export;
import dev.shorts.export.Limits;
import dev.shorts.http.ApiError;
import dev.shorts.http.ApiResponder;
import dev.shorts.http.ErrorCode;
import dev.shorts.http.ExportJson;
import dev.shorts.http.HttpResponse;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;

/** Maps the result of a request to the response that the caller gets. */
final class CreateExportResponses {

  private static final String MAX_SCENE = number(Limits.MAX_SCENE_SECONDS);

  private CreateExportResponses() {}

  static HttpResponse to(Result result) {
    var response =
        switch (result) {
          case Accepted(var export, _) -> accepted(export);
          case Repeated(var export, _) -> accepted(export);
          case NotQueued _ -> ApiResponder.unavailable();
          case Refused(var why, _) -> rejection(why);
        };
    return result.quota().map(quota -> withQuota(response, quota)).orElse(response);
  }

  private static HttpResponse accepted(Export export) {
    return HttpResponse.of(202, ExportJson.of(export))
        .with("location", "/v1/exports/" + export.id())
        // A short of a few seconds is done in about this time.
        .with("retry-after", 5);
  }

  private static HttpResponse rejection(Rejected why) {
    return switch (why) {
      case Rejected.KeyReused() ->
          new ApiError(
                  ErrorCode.IDEMPOTENCY_KEY_REUSED,
                  "This Idempotency-Key was used for another request. Please use a new one.")
              .response();
      case Rejected.SceneNotFound() ->
          new ApiError(ErrorCode.SCENE_NOT_FOUND, "Scene not found").response();
      case Rejected.UserNotFound() -> ApiResponder.failed();
      case Rejected.SceneTooLong(var seconds) -> tooLong(seconds).response();
      case Rejected.SceneEmpty(var start, var end) -> empty(start, end).response();
      case Rejected.LimitExceeded(var used, var nextAllowedIn) ->
          limit(used, nextAllowedIn)
              .response()
              .with("retry-after", Math.max(1, nextAllowedIn.toSeconds()));
    };
  }

  private static ApiError tooLong(BigDecimal seconds) {
    var details = new LinkedHashMap<String, Object>();
    details.put("scene_duration_s", new BigDecimal(number(seconds)));
    details.put("max_duration_s", Limits.MAX_SCENE_SECONDS);
    return new ApiError(
        ErrorCode.SCENE_TOO_LONG,
        "Scene duration (%ss) exceeds YouTube Shorts maximum (%ss)"
            .formatted(number(seconds), MAX_SCENE),
        details);
  }

  private static ApiError empty(Optional<String> start, Optional<String> end) {
    var details = new LinkedHashMap<String, Object>();
    details.put("start_s", start.map(CreateExportResponses::time).orElse(null));
    details.put("end_s", end.map(CreateExportResponses::time).orElse(null));
    return new ApiError(
        ErrorCode.SCENE_EMPTY,
        "The scene has no length: its end must come after its start. Please correct the scene.",
        details);
  }

  private static ApiError limit(int used, Duration nextAllowedIn) {
    var hours = Math.max(1, nextAllowedIn.plusMinutes(60).minusSeconds(1).toHours());
    var details = new LinkedHashMap<String, Object>();
    details.put("current_count", used);
    details.put("limit", Limits.EXPORTS_PER_WINDOW);
    details.put("hours_until_reset", hours);
    return new ApiError(
        ErrorCode.EXPORT_LIMIT_EXCEEDED,
        "Daily export limit reached (%d/day). Try again in %d %s."
            .formatted(Limits.EXPORTS_PER_WINDOW, hours, hours == 1 ? "hour" : "hours"),
        details);
  }

  private static HttpResponse withQuota(HttpResponse response, Quota quota) {
    return response
        .with("ratelimit-limit", Limits.EXPORTS_PER_WINDOW)
        .with("ratelimit-remaining", quota.remaining())
        .with("ratelimit-reset", quota.resetsIn().toSeconds());
  }

  /**
   * Up to three decimals, no trailing zeros. Rounded up, so that a scene that is too long by less
   * than a millisecond is not said to have 180 s.
   */
  private static String number(BigDecimal value) {
    return value.setScale(3, RoundingMode.CEILING).stripTrailingZeros().toPlainString();
  }

  /** A number where it is one; other people's columns may hold NaN, which JSON does not know. */
  private static Object time(String seconds) {
    try {
      return new BigDecimal(seconds);
    } catch (NumberFormatException _) {
      return seconds;
    }
  }
}
