package dev.shorts.migrate.catalog;

/**
 * A MigrationTarget names the database, the roles and the owner of a migration.
 *
 * @param owner the role that migrates
 */
public record MigrationTarget(
    String database, String owner, String api, String worker, CreateTables createTables) {}
