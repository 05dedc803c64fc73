package dev.shorts.aws;

import java.time.Duration;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;

/**
 * How long a call of a service may take: the SDK by itself waits for ever. What failed on the way
 * is tried three times, after pauses that are partly chance; so whatever is called must bear being
 * called twice.
 *
 * @param total with all attempts and the pauses between them
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
