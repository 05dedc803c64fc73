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

/** How the database and its secrets are named here. */
final class LocalDatabaseNames {

  static final String NAME = "shorts";
  static final String CLUSTER_ARN = Account.arn("rds", "cluster:shorts");
  static final Login OWNER = new Login("shorts_owner", "owner-of-a-local-database");
  static final String OWNER_SECRET = Account.arn("secretsmanager", "secret:owner");

  private static final String LETTERS_AND_DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private LocalDatabaseNames() {}

  /**
   * By ARN: the owner's, and those that the template has made up.
   *
   * @param generated whose roles are made by the migration
   */
  static Map<String, String> secrets(List<GeneratedSecret> generated) throws IOException {
    var secrets = new HashMap<String, String>();
    secrets.put(OWNER_SECRET, secret(OWNER));
    for (var one : generated) {
      secrets.put(one.arn(), secret(new Login(one.username(), password(one.passwordLength()))));
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
