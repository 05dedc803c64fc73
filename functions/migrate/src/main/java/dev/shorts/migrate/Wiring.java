package dev.shorts.migrate;

import dev.shorts.aws.FunctionEnvironment;
import dev.shorts.aws.HttpClient;
import dev.shorts.migrate.catalog.CreateTables;
import dev.shorts.migrate.database.DatabaseSecret;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Builds the objects of this function. */
final class Wiring {

  private Wiring() {}

  static Migrate ofThisFunction() {
    var environment = FunctionEnvironment.ofThisFunction();
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

  private static DatabaseSecret secret(SecretsManagerClient secrets, String arn) {
    return DatabaseSecret.of(
        secrets.getSecretValue(request -> request.secretId(arn)).secretString());
  }
}
