package dev.shorts.create;

import dev.shorts.create.CreateExport.Result;
import dev.shorts.create.CreateOutcome.Rejected;
import dev.shorts.export.Export;
import dev.shorts.export.UserId;
import dev.shorts.log.Log;
import dev.shorts.log.Metric;
import java.time.Duration;
import java.util.Map;

/** Writes the log events and metrics of a request for a short. */
final class CreateExportLog {

  private static final String USER_NOT_FOUND =
      "auth.users has no row for a user who owns videos: the platform's users are in another table."
          + " Keep their ids in auth.users, too.";

  private CreateExportLog() {}

  /**
   * Logs what the database decided.
   *
   * @param took how long the statement took
   */
  static void decided(CreateOutcome outcome, Duration took, Log log) {
    log.info(
        "decided",
        outcome(outcome),
        Metric.seconds("QuotaStatementTime", took.toMillis() / 1000.0));
  }

  /** Logs how the request of {@code user} ended. */
  static void ended(UserId user, Result result, Log log) {
    var of = log.with("user_id", user);
    switch (result) {
      case Result.Accepted(var export, _) ->
          of.info("accepted", ids(export), Metric.count("ExportsCreated"));
      case Result.Repeated(var export, _) -> of.info("repeated", ids(export));
      case Result.NotQueued _ -> of.warn("not queued", Map.of());
      case Result.Refused(Rejected.LimitExceeded why, _) ->
          of.info("refused", outcome(why), Metric.count("QuotaRefusals"));
      case Result.Refused(Rejected.UserNotFound _, _) ->
          of.error(
              "user not found", Map.of("details", USER_NOT_FOUND), Metric.count("UsersNotFound"));
      case Result.Refused(var why, _) -> of.info("refused", outcome(why));
    }
  }

  private static Map<String, Object> ids(Export export) {
    return Map.of("export_id", export.id(), "scene_id", export.scene());
  }

  private static Map<String, Object> outcome(CreateOutcome outcome) {
    return Map.of("outcome", outcome.logName());
  }
}
