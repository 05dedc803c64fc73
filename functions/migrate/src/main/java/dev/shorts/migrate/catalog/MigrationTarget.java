package dev.shorts.migrate.catalog;

/**
 * Names what a migration is about to work with.
 *
 * @param owner the role that migrates
 */
public record MigrationTarget(
    String database, String owner, String api, String worker, CreateTables createTables) {}
