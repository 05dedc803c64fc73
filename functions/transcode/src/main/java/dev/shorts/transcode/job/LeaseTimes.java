package dev.shorts.transcode.job;

import dev.shorts.aws.DataApi;
import dev.shorts.aws.FunctionEnvironment;
import java.time.Duration;

/**
 * How long a worker holds a job, and how often it says that it still does.
 *
 * @param length from a claim, or from the last renewal
 * @param renewal under half of it, so that one that fails is not the end
 */
public record LeaseTimes(Duration length, Duration renewal) {

  public LeaseTimes {
    if (renewal.multipliedBy(2).compareTo(length) >= 0) {
      throw new IllegalArgumentException(
          "a lease of %s can't be renewed every %s".formatted(length, renewal));
    }
  }

  /** What a renewal may take, so that a worker that waits for it stops before its lease ends. */
  Duration patience() {
    return renewal.compareTo(DataApi.LONGEST) < 0 ? renewal : DataApi.LONGEST;
  }

  public static LeaseTimes of(FunctionEnvironment environment) {
    return new LeaseTimes(environment.seconds("LEASE_S"), environment.seconds("RENEW_S"));
  }
}
