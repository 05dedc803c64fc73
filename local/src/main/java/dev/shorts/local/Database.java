package dev.shorts.local;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.shorts.local.database.Login;
import dev.shorts.local.lambda.Account;
import java.io.IOException;
import java.util.Map;

/** How the database and its secrets are named here. */
final class Database {

  static final String NAME = "shorts";
  static final String CLUSTER_ARN = Account.arn("rds", "cluster:shorts");
  static final Login OWNER = new Login("shorts_owner", "owner-of-a-local-database");

  static final String OWNER_SECRET = secretArn("owner");
  static final String API_SECRET = secretArn("api");
  static final String WORKER_SECRET = secretArn("worker");

  private static final Login API = new Login("shorts_api", "api-of-a-local-database");
  private static final Login WORKER = new Login("shorts_worker", "worker-of-a-local-database");

  private Database() {}

  /** As RDS makes them, by ARN. */
  static Map<String, String> secrets(String host, int port) throws IOException {
    return Map.of(
        OWNER_SECRET, secret(OWNER, host, port),
        API_SECRET, secret(API, host, port),
        WORKER_SECRET, secret(WORKER, host, port));
  }

  private static String secret(Login login, String host, int port) throws IOException {
    return JSON.std.asString(
        Map.of(
            "username",
            login.username(),
            "password",
            login.password(),
            "engine",
            "postgres",
            "host",
            host,
            "port",
            port,
            "dbname",
            NAME));
  }

  private static String secretArn(String name) {
    return Account.arn("secretsmanager", "secret:shorts/%s-000000".formatted(name));
  }
}
