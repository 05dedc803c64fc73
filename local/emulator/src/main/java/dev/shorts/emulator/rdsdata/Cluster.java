package dev.shorts.emulator.rdsdata;

import dev.shorts.emulator.host.JsonCodec;
import java.io.IOException;
import java.util.Map;

/**
 * Finds the login for the cluster and the secret that a call names, and refuses any other.
 *
 * @param secrets secret strings by ARN
 */
record Cluster(String arn, Map<String, String> secrets) {

  /** The login in the secret that the call names; nothing else identifies the caller. */
  Login login(DataApiRequest request) {
    if (!request.text("resourceArn").equals(arn)) {
      throw DataApiError.badRequest("There is no cluster " + request.text("resourceArn"));
    }
    String secretArn = request.text("secretArn");
    String secret = secrets.get(secretArn);
    if (secret == null) {
      throw new DataApiError(400, "SecretsErrorException", "There is no secret " + secretArn);
    }
    try {
      Map<String, Object> parts = JsonCodec.map(secret);
      return new Login((String) parts.get("username"), (String) parts.get("password"));
    } catch (IOException | RuntimeException e) {
      throw new DataApiError(
          400, "InvalidSecretException", "username and password are not in " + secretArn);
    }
  }
}
