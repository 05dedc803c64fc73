package dev.shorts.emulator.template;

/**
 * Describes a secret whose password Secrets Manager generates.
 *
 * @param username of the database role
 * @param passwordLength in characters
 */
public record GeneratedSecret(String arn, String username, int passwordLength) {}
