package dev.shorts.migrate.preflight;

import dev.shorts.migrate.catalog.CatalogQueries;
import dev.shorts.migrate.catalog.Findings;
import dev.shorts.migrate.catalog.MigrationTarget;
import dev.shorts.migrate.catalog.PendingMigrations;
import java.sql.SQLException;
import java.util.List;

/** Checks roles of our names that are there already: their passwords will be set. */
record RoleCheck(
    CatalogQueries catalog, MigrationTarget target, PendingMigrations pending, Findings findings) {

  /** Until PostgreSQL 15, CREATEROLE is enough to alter any role, also another team's. */
  private static final String ROLE =
      """
      SELECT rolsuper OR rolbypassrls OR rolcreaterole OR pg_has_role(oid, current_user, 'MEMBER') AS powerful,
             pg_has_role(current_user, oid, 'MEMBER WITH ADMIN OPTION')
               OR NOT ? AND current_setting('server_version_num')::int < 160000 AS administered
        FROM pg_roles WHERE rolname = ?
      """;

  void run() throws SQLException {
    for (var name : List.of(target.api(), target.worker())) {
      for (var role : catalog.rows(ROLE, pending.createRoles(), name)) {
        check(name, "t".equals(role.get("powerful")), "t".equals(role.get("administered")));
      }
    }
  }

  private void check(String name, boolean powerful, boolean administered) {
    if (powerful) {
      findings.miss(
          "The role %s may do too much: row level security would not hold it. Drop it or give the"
              + " stack another name.",
          name);
    }
    if (!administered) {
      findings.miss(
          "The role %1$s is there and another role's. Give the stack another name, or, if the role"
              + " is of an earlier deployment, let an administrator run: GRANT \"%1$s\" TO \"%2$s\""
              + " WITH ADMIN OPTION;",
          name, target.owner());
    }
  }
}
