package dev.shorts.emulator.rdsdata;

import java.sql.SQLException;

/** Carries an error of the Data API, with the status and the code of its API model. */
final class DataApiError extends RuntimeException {

  private static final long serialVersionUID = 1;

  private static final String CANCELED = "57014";
  private static final String CONNECTION_FAILURE = "08";
  private static final String SHUTTING_DOWN_OR_STARTING = "57P";

  private final int status;
  private final String code;

  DataApiError(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  static DataApiError badRequest(String message) {
    return new DataApiError(400, "BadRequestException", message);
  }

  /** Converts an error of PostgreSQL as AWS does: its message on one line, and the SQLState. */
  static DataApiError of(SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    String message = failure.getMessage().replaceAll("\\R\\s*", "; ");
    // The time-out of this server cancels by user request; statement_timeout of a role does not.
    if (state.equals(CANCELED) && message.contains("user request")) {
      return new DataApiError(400, "StatementTimeoutException", "Request timed out");
    }
    if (state.startsWith(CONNECTION_FAILURE) || state.startsWith(SHUTTING_DOWN_OR_STARTING)) {
      return new DataApiError(504, "DatabaseUnavailableException", message);
    }
    return new DataApiError(
        400, "DatabaseErrorException", "%s; SQLState: %s".formatted(message, state));
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }
}
