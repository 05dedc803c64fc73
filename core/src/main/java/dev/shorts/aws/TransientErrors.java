package dev.shorts.aws;

import java.io.IOException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.rdsdata.model.DatabaseResumingException;
import software.amazon.awssdk.services.rdsdata.model.RdsDataException;
import software.amazon.awssdk.services.rdsdata.model.StatementTimeoutException;

/** Tells transient errors of the Data API, which a retry may cure, from all others. */
final class TransientErrors {

  /**
   * The connection is lost (08), the server is full (53), a lock was held for too long (55P03), a
   * statement ran for too long (57014), the server stops or starts (57P).
   */
  private static final Pattern STATE =
      Pattern.compile("SQLState: (08...|53...|55P03|57014|57P0[1-3])");

  private TransientErrors() {}

  /**
   * Returns whether the cluster resumes, throttles or doesn't answer in time, or reports one of
   * those states. Missing credentials or a request that can't be written are configuration or
   * programming errors; a retry cannot help.
   */
  static boolean isTransient(SdkException e) {
    return switch (e) {
      case ApiCallTimeoutException _, ApiCallAttemptTimeoutException _ -> true;
      case RdsDataException answer -> isTransient(answer);
      default -> causes(e).anyMatch(IOException.class::isInstance);
    };
  }

  private static boolean isTransient(RdsDataException e) {
    return e instanceof DatabaseResumingException
        || e.isThrottlingException()
        || e.statusCode() >= 500
        || e instanceof StatementTimeoutException
        || STATE.matcher(String.valueOf(e.getMessage())).find();
  }

  private static Stream<Throwable> causes(Throwable e) {
    return Stream.iterate(e, cause -> cause != null, Throwable::getCause);
  }
}
