package dev.shorts.migrate.database;

import java.sql.SQLException;

/**
 * Maps a failure to the message in the stack's events: what to do where that is known, else
 * Flyway's text. Texts about connecting name the host, so they stay in the log.
 */
public final class FailureMessage {

  private FailureMessage() {}

  public static String of(Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case CannotMigrateException e -> {
          return e.getMessage();
        }
        case SQLException e when SqlStates.isUnreachable(e) -> {
          return MigrationStep.CONNECTING.advice();
        }
        case SQLException e when SqlStates.isNotUp(e) -> {
          return "The database takes no connections now, deploy again later: " + e.getMessage();
        }
        case SQLException e when SqlStates.isLoginRefused(e) -> {
          return "The database refuses the owner's login. Check username and password in the"
              + " owner's secret, then deploy again.";
        }
        case SQLException e when SqlStates.isLocked(e) -> {
          return "Another session holds a lock that the migration waits for. Look in"
              + " pg_stat_activity who it is, then deploy again. "
              + failure.getMessage();
        }
        default -> {}
      }
    }
    return failure instanceof Exception && failure.getMessage() != null
        ? failure.getMessage()
        : "The migration broke off (%s). Its log says where.".formatted(failure);
  }
}
