package dev.shorts.migrate.database;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A ScramVerifier is what PostgreSQL stores of a password (RFC 5803): it can check the password but
 * not log in. So the password itself is in no statement and in no log.
 */
record ScramVerifier(int iterations, byte[] salt, byte[] storedKey, byte[] serverKey) {

  /** PostgreSQL's defaults. */
  private static final int ITERATIONS = 4096;

  private static final int SALT_BYTES = 16;

  static ScramVerifier of(String password) {
    var salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    return of(password, salt, ITERATIONS);
  }

  /** RFC 5802, section 3. */
  static ScramVerifier of(String password, byte[] salt, int iterations) {
    if (!US_ASCII.newEncoder().canEncode(password)) {
      throw new IllegalArgumentException(
          "A password of the database may hold ASCII only (others need SASLprep, RFC 4013).");
    }
    try {
      var saltedPassword =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
              .generateSecret(new PBEKeySpec(password.toCharArray(), salt, iterations, 256))
              .getEncoded();
      var clientKey = hmac(saltedPassword, "Client Key");
      var storedKey = MessageDigest.getInstance("SHA-256").digest(clientKey);
      return new ScramVerifier(iterations, salt, storedKey, hmac(saltedPassword, "Server Key"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(text.getBytes(UTF_8));
  }

  /** Returns the form that {@code ALTER ROLE … PASSWORD} takes. */
  @Override
  public String toString() {
    var base64 = Base64.getEncoder();
    return "SCRAM-SHA-256$%d:%s$%s:%s"
        .formatted(
            iterations,
            base64.encodeToString(salt),
            base64.encodeToString(storedKey),
            base64.encodeToString(serverKey));
  }
}
