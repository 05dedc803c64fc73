package dev.shorts.emulator.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

class SecretsManagerServerTest {

  private static final String ARN = "arn:aws:secretsmanager:us-east-1:000000000000:secret:api-abc";

  @Test
  void onlyGetSecretValueOfAKnownArnIsAnswered() throws Exception {
    try (var server =
            new SecretsManagerServer(
                new InetSocketAddress("127.0.0.1", 0), Map.of(ARN, "{\"a\": 1}"));
        var client =
            SecretsManagerClient.builder()
                .region(Region.US_EAST_1)
                .endpointOverride(server.url())
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .build()) {
      var secret = client.getSecretValue(b -> b.secretId(ARN));
      assertThat(secret.secretString()).isEqualTo("{\"a\": 1}");
      assertThat(secret.arn()).isEqualTo(ARN);
      assertThatThrownBy(() -> client.getSecretValue(b -> b.secretId("other")))
          .isInstanceOf(ResourceNotFoundException.class)
          .hasMessageContaining("Secrets Manager can't find the specified secret.");
      assertThatThrownBy(() -> client.listSecrets()).isInstanceOf(SecretsManagerException.class);
    }
  }
}
