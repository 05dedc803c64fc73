package dev.shorts.local;

import dev.shorts.emulator.host.JsonCodec;
import dev.shorts.emulator.lambda.Account;
import dev.shorts.emulator.rdsdata.Login;
import dev.shorts.emulator.template.GeneratedSecret;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names the local database, its owner and its secrets. */
final class LocalDatabaseNames {

  static final String NAME = "shorts";
  static final String CLUSTER_ARN = Account.arn("rds", "cluster:shorts");
  static final Login OWNER = new Login("shorts_owner", "owner-of-a-local-database");
  static final String OWNER_SECRET = Account.arn("secretsmanager", "secret:owner");

  private static final String LETTERS_AND_DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private LocalDatabaseNames() {}

  /**
   * The secret strings by ARN: the owner's, and those that the template generates.
   *
   * @param generated secrets of the roles that the migration creates
   */
  static Map<String, String> secrets(List<GeneratedSecret> generated) throws IOException {
    var secrets = new HashMap<String, String>();
    secrets.put(OWNER_SECRET, secret(OWNER));
    for (var role : generated) {
      secrets.put(role.arn(), secret(new Login(role.username(), password(role.passwordLength()))));
    }
    return Map.copyOf(secrets);
  }

  private static String secret(Login login) throws IOException {
    return JsonCodec.text(Map.of("username", login.username(), "password", login.password()));
  }

  private static String password(int length) {
    var password = new StringBuilder();
    new SecureRandom()
        .ints(length, 0, LETTERS_AND_DIGITS.length())
        .forEach(at -> password.append(LETTERS_AND_DIGITS.charAt(at)));
    return password.toString();
  }
}
