package dev.shorts.migrate.preflight;

import dev.shorts.migrate.catalog.CatalogQueries;
import dev.shorts.migrate.catalog.Findings;
import dev.shorts.migrate.catalog.MigrationTarget;
import java.sql.SQLException;

/** Checks that Flyway's history table is ours and readable, before Flyway is asked anything. */
record HistoryCheck(CatalogQueries catalog, MigrationTarget target, Findings findings) {

  private static final String HISTORY =
      """
      SELECT c.relkind, pg_get_userbyid(c.relowner) AS owner,
             pg_has_role(c.relowner, 'USAGE') AS ours,
             c.relkind = 'r' AND (
                 SELECT count(*) FROM pg_attribute
                  WHERE attrelid = c.oid AND attname IN ('installed_rank', 'version', 'script', 'checksum', 'success')
             ) = 5 AS flyways
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = 'public' AND c.relname = 'shorts_export_history'
      """;

  void run() throws SQLException {
    for (var history : catalog.rows(HISTORY)) {
      if (!"t".equals(history.get("flyways"))) {
        findings.miss(
            "public.shorts_export_history is there and is no history of our migrations. Rename"
                + " it.");
      } else if (!"t".equals(history.get("ours"))) {
        findings.miss(
            "An earlier deployment was migrated by %1$s, which owns our tables; OwnerSecretArn"
                + " names %2$s now. Give the former secret, or let an administrator run: GRANT"
                + " \"%1$s\" TO \"%2$s\";",
            history.get("owner"), target.owner());
      }
    }
  }
}
