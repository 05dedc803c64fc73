package dev.shorts.migrate;

import dev.shorts.aws.Environment;
import dev.shorts.aws.HttpClient;
import dev.shorts.migrate.preflight.CreateTables;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Builds what this function is made of. */
final class Wiring {

  private Wiring() {}

  static Migrate ofThisFunction() {
    var environment = Environment.ofThisFunction();
    try (var http = HttpClient.create();
        var secrets = SecretsManagerClient.builder().httpClient(http).build()) {
      return new Migrate(
          environment.get("DATABASE_ENDPOINT"),
          environment.get("DATABASE_NAME"),
          secret(secrets, environment.get("OWNER_SECRET_ARN")),
          secret(secrets, environment.get("API_SECRET_ARN")),
          secret(secrets, environment.get("WORKER_SECRET_ARN")),
          CreateTables.of(environment.get("CREATE_TABLES")));
    }
  }

  private static Secret secret(SecretsManagerClient secrets, String arn) {
    return Secret.of(secrets.getSecretValue(request -> request.secretId(arn)).secretString());
  }
}
