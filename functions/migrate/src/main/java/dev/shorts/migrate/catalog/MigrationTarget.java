package dev.shorts.migrate.catalog;

/**
 * A MigrationTarget holds what a migration works on: database, roles, owner, and whether missing
 * tables are created.
 *
 * @param owner the role that migrates
 */
public record MigrationTarget(
    String database, String owner, String api, String worker, CreateTables createTables) {}
