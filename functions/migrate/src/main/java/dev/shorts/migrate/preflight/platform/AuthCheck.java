package dev.shorts.migrate.preflight.platform;

import dev.shorts.migrate.catalog.CatalogQueries;
import dev.shorts.migrate.catalog.Findings;
import dev.shorts.migrate.catalog.MigrationTarget;
import java.sql.SQLException;

/** Checks the right to create the schema auth, or things in it. */
public record AuthCheck(CatalogQueries catalog, MigrationTarget target, Findings findings) {

  private static final String RIGHTS =
      """
      SELECT n.oid IS NOT NULL AS there,
             has_database_privilege(current_database(), 'CREATE') AS may_create_schema,
             coalesce(has_schema_privilege(n.oid, 'CREATE'), false) AS may_create_in_it,
             pg_get_userbyid(n.nspowner) AS owner, pg_get_userbyid(d.datdba) AS database_owner
        FROM pg_database d LEFT JOIN pg_namespace n ON n.nspname = 'auth'
       WHERE d.datname = current_database()
      """;

  public void mayCreateInAuth() throws SQLException {
    var rights = catalog.row(RIGHTS);
    if (!"t".equals(rights.get("there"))) {
      if (!"t".equals(rights.get("may_create_schema"))) {
        findings.miss(
            "%2$s can't create the schema auth. Let %3$s run: GRANT CREATE ON DATABASE \"%1$s\" TO"
                + " \"%2$s\";",
            target.database(), target.owner(), rights.get("database_owner"));
      }
    } else if (!"t".equals(rights.get("may_create_in_it"))) {
      findings.miss(
          "The schema auth lacks what has to be created there. Let %2$s run: GRANT USAGE, CREATE ON"
              + " SCHEMA auth TO \"%1$s\";",
          target.owner(), rights.get("owner"));
    }
  }
}
