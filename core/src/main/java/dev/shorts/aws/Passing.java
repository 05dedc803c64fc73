package dev.shorts.aws;

import java.util.regex.Pattern;
import software.amazon.awssdk.services.rdsdata.model.DatabaseResumingException;
import software.amazon.awssdk.services.rdsdata.model.RdsDataException;
import software.amazon.awssdk.services.rdsdata.model.StatementTimeoutException;

/** Errors of the database that pass by themselves, so that trying again makes sense. */
final class Passing {

  /**
   * The connection is lost (08), the server is full (53), a lock was held for too long (55P03), a
   * statement ran for too long (57014), the server stops or starts (57P).
   */
  private static final Pattern STATE =
      Pattern.compile("SQLState: (08...|53...|55P03|57014|57P0[1-3])");

  private Passing() {}

  /** Whether {@code e} tells of a cluster that resumes or throttles, or of one of those states. */
  static boolean is(RdsDataException e) {
    return e instanceof DatabaseResumingException
        || e.isThrottlingException()
        || e.statusCode() >= 500
        || e instanceof StatementTimeoutException
        || STATE.matcher(String.valueOf(e.getMessage())).find();
  }
}
