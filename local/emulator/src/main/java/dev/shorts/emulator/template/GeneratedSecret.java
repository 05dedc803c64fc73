package dev.shorts.emulator.template;

/**
 * A GeneratedSecret is a secret of the template whose password Secrets Manager generates.
 *
 * @param username the role that the password is for
 * @param passwordLength in characters
 */
public record GeneratedSecret(String arn, String username, int passwordLength) {}
