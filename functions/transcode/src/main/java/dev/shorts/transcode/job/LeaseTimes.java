package dev.shorts.transcode.job;

import dev.shorts.aws.DataApi;
import dev.shorts.aws.FunctionEnvironment;
import java.time.Duration;

/**
 * Configures the duration of a lease and the interval of its renewals.
 *
 * @param length duration of the lease from the claim or the last renewal
 * @param renewal interval between renewals; under half of {@code length}, so that one failed
 *     renewal does not end the lease
 */
public record LeaseTimes(Duration length, Duration renewal) {

  public LeaseTimes {
    if (renewal.multipliedBy(2).compareTo(length) >= 0) {
      throw new IllegalArgumentException(
          "a lease of %s can't be renewed every %s".formatted(length, renewal));
    }
  }

  /**
   * Returns the time-out of one renewal, short enough that the worker stops before its lease ends.
   */
  Duration renewalTimeout() {
    return renewal.compareTo(DataApi.LONGEST) < 0 ? renewal : DataApi.LONGEST;
  }

  public static LeaseTimes of(FunctionEnvironment environment) {
    return new LeaseTimes(environment.seconds("LEASE_S"), environment.seconds("RENEW_S"));
  }
}
