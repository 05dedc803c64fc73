package dev.shorts.emulator.sam;

import dev.shorts.emulator.host.JsonCodec;
import dev.shorts.emulator.lambda.Account;
import dev.shorts.emulator.template.GeneratedSecret;
import dev.shorts.emulator.template.TemplateException;
import java.io.IOException;

/** Reads {@code AWS::SecretsManager::Secret} with a generated password. */
final class GeneratedSecretReader {

  private GeneratedSecretReader() {}

  static GeneratedSecret read(String id, Properties secret) {
    secret.ignore("Description", "Name", "Tags");
    var generate = secret.section("GenerateSecretString");
    // Local passwords are made of letters and digits.
    generate.require("ExcludePunctuation", "false", "true");
    generate.require("GenerateStringKey", "", "password");
    return new GeneratedSecret(
        Account.arn("secretsmanager", "secret:" + id),
        username(id, generate.text("SecretStringTemplate")),
        generate.number("PasswordLength", 32));
  }

  private static String username(String id, String template) {
    try {
      return String.valueOf(JsonCodec.map(template).get("username"));
    } catch (IOException e) {
      throw new TemplateException("%s: SecretStringTemplate is no JSON object", id);
    }
  }
}
