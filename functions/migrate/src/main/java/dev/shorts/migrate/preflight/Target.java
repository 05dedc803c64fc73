package dev.shorts.migrate.preflight;

/**
 * Names what a migration is about to work with.
 *
 * @param owner the role that migrates
 */
public record Target(
    String database, String owner, String api, String worker, CreateTables createTables) {}
