package dev.shorts.aws;

import java.time.Duration;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;

/**
 * A CallTimeout limits the calls of an AWS client, which the SDK leaves without a limit. Transient
 * errors are tried three times with jitter between, so each call must be safe to repeat.
 *
 * @param total of all attempts and the pauses between them
 * @param attempt of one attempt; less than {@code total}
 */
public record CallTimeout(Duration total, Duration attempt)
    implements Consumer<ClientOverrideConfiguration.Builder> {

  public CallTimeout {
    if (attempt.compareTo(total) >= 0) {
      throw new IllegalArgumentException("no time for another attempt: " + attempt);
    }
  }

  @Override
  public void accept(ClientOverrideConfiguration.Builder client) {
    client
        .apiCallTimeout(total)
        .apiCallAttemptTimeout(attempt)
        .retryStrategy(AwsRetryStrategy.standardRetryStrategy());
  }
}
