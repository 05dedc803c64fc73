package dev.shorts.migrate.preflight;

import dev.shorts.migrate.catalog.CatalogQueries;
import dev.shorts.migrate.catalog.Findings;
import dev.shorts.migrate.catalog.MigrationTarget;
import dev.shorts.migrate.catalog.PendingMigrations;
import java.sql.SQLException;
import java.util.Map;

/** Checks the server's version, the database's settings and the rights of the migrating role. */
record ServerCheck(
    CatalogQueries catalog, MigrationTarget target, PendingMigrations pending, Findings findings) {

  private static final int OLDEST = 14;
  private static final int NEWEST = 18;

  private static final String STATE =
      """
      SELECT current_setting('server_version_num')::int / 10000 AS version,
             pg_is_in_recovery() AS replica,
             r.rolcreaterole OR r.rolsuper AS create_role,
             has_database_privilege(current_database(), 'CREATE') AS create_schema,
             has_database_privilege('public', current_database(), 'CONNECT')
               OR has_database_privilege(current_database(), 'CONNECT WITH GRANT OPTION')
               OR (SELECT count(*) = 2 FROM pg_roles ours
                    WHERE ours.rolname IN (?, ?)
                      AND has_database_privilege(ours.oid, current_database(), 'CONNECT')) AS connect,
             pg_get_userbyid(d.datdba) AS database_owner,
             s.oid IS NOT NULL AS has_public,
             coalesce(has_schema_privilege(s.oid, 'CREATE'), false) AS create_in_public,
             coalesce(has_schema_privilege('public', s.oid, 'CREATE'), false) AS all_create_in_public,
             r.rolsuper OR EXISTS (SELECT FROM aclexplode(s.nspacl)
                                    WHERE privilege_type = 'CREATE' AND grantee <> 0
                                      AND pg_has_role(grantee, 'USAGE')) AS own_create_in_public,
             pg_get_userbyid(s.nspowner) AS public_owner
        FROM pg_database d JOIN pg_roles r ON r.rolname = current_user
             LEFT JOIN pg_namespace s ON s.nspname = 'public'
       WHERE d.datname = current_database()
      """;

  /** Checks settings of the database or the role that affect our roles or the migration. */
  private static final String SETTINGS =
      """
      SELECT split_part(setting, '=', 1) AS name, setting, setrole = 0 AS for_all
        FROM pg_db_role_setting, unnest(setconfig) setting
       WHERE setdatabase IN (0, (SELECT oid FROM pg_database WHERE datname = current_database()))
         AND setrole IN (0, (SELECT oid FROM pg_roles WHERE rolname = current_user))
         AND lower(setting) IN ('default_transaction_read_only=on', 'default_transaction_read_only=true',
                                'session_replication_role=replica')
      """;

  void run() throws SQLException {
    var state = catalog.row(STATE, target.api(), target.worker());
    version(Integer.parseInt(state.get("version")), findings);
    if (is(state, "replica")) {
      findings.miss(
          "This server is a reader, on which nothing can be changed: give the endpoint of the"
              + " cluster's writer.");
    }
    for (var setting : catalog.rows(SETTINGS)) {
      findings.miss(
          "The setting %s keeps the migration or our roles from working. Let an administrator run:"
              + " ALTER %s RESET %s;",
          setting.get("setting"),
          is(setting, "for_all")
              ? "DATABASE \"%s\"".formatted(target.database())
              : "ROLE \"%s\"".formatted(target.owner()),
          setting.get("name"));
    }
    if (!is(state, "create_role")) {
      findings.miss(
          "%1$s may not create roles. Let an administrator run: ALTER ROLE \"%1$s\" CREATEROLE;",
          target.owner());
    }
    if (!is(state, "connect")) {
      findings.miss(
          "Not every role may connect to the database %1$s, and %2$s can't let our two roles in."
              + " Let %3$s run: GRANT CONNECT ON DATABASE \"%1$s\" TO \"%2$s\" WITH GRANT OPTION;",
          target.database(), target.owner(), state.get("database_owner"));
    }
    publicSchema(state.get("public_owner"), is(state, "has_public"), state);
  }

  /** Separate, so that tests can check versions without a server. */
  static void version(int version, Findings findings) {
    if (version < OLDEST) {
      findings.miss(
          "This is PostgreSQL %d; the migration needs %d or later. Upgrade the cluster first.",
          version, OLDEST);
    } else if (version > NEWEST) {
      findings.note("This is PostgreSQL %d; tested are %d to %d.", version, OLDEST, NEWEST);
    }
  }

  private void publicSchema(String owner, boolean there, Map<String, String> state) {
    if (!there) {
      if (!is(state, "create_schema")) {
        findings.miss(
            "There is no schema public, and %2$s can't create it. Let %3$s run: GRANT CREATE ON"
                + " DATABASE \"%1$s\" TO \"%2$s\";",
            target.database(), target.owner(), state.get("database_owner"));
      }
      return;
    }
    if (pending.count() > 0 && !is(state, "create_in_public")) {
      findings.miss(
          "%1$s may not create tables in the schema public. Let %2$s run: GRANT USAGE, CREATE ON"
              + " SCHEMA public TO \"%1$s\";",
          target.owner(), owner);
    }
    if (is(state, "all_create_in_public")) {
      findings.miss(
          "Every role may create functions in the schema public, which our roles could be made to"
              + " run; before PostgreSQL 15 that is so by default. Let %2$s run this, and grant"
              + " CREATE to the platform's roles that need it: REVOKE CREATE ON SCHEMA public FROM"
              + " PUBLIC;%3$s",
          target.owner(),
          owner,
          is(state, "own_create_in_public")
              ? ""
              : " GRANT CREATE ON SCHEMA public TO \"%s\";".formatted(target.owner()));
    }
  }

  private static boolean is(Map<String, String> row, String name) {
    return "t".equals(row.get(name));
  }
}
