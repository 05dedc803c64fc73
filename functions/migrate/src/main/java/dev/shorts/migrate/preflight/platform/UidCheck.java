package dev.shorts.migrate.preflight.platform;

import dev.shorts.migrate.catalog.CatalogQueries;
import dev.shorts.migrate.catalog.Findings;
import java.sql.SQLException;
import java.util.UUID;

/** Checks that auth.uid() returns the user id of the claims that our functions set. */
record UidCheck(CatalogQueries catalog, Findings findings) {

  private static final String UID =
      """
      SELECT p.prokind = 'f' AND NOT p.proretset AND p.prorettype = 'uuid'::regtype AS right_type,
             pg_get_function_result(p.oid) AS type,
             has_schema_privilege(n.oid, 'USAGE') AND has_function_privilege(p.oid, 'EXECUTE') AS callable
        FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
       WHERE n.nspname = 'auth' AND p.proname = 'uid' AND p.pronargs = 0
      """;

  /**
   * Reads the setting of older versions of PostgREST as well, which the platform may still have.
   */
  private static final String CURE =
      " Let it read them, as Supabase's does: SELECT"
          + " coalesce(nullif(current_setting('request.jwt.claim.sub', true), ''),"
          + " nullif(current_setting('request.jwt.claims', true), '')::json ->> 'sub')::uuid";

  /** A missing one is created by the first migration. */
  boolean exists() throws SQLException {
    return !catalog.rows(UID).isEmpty();
  }

  void run() throws SQLException {
    for (var uid : catalog.rows(UID)) {
      if (!"t".equals(uid.get("right_type"))) {
        findings.miss("auth.uid() returns %s and must return one uuid.%s", uid.get("type"), CURE);
      } else if ("t".equals(uid.get("callable"))) {
        call();
      }
    }
  }

  private void call() throws SQLException {
    var user = UUID.randomUUID().toString();
    catalog
        .attempt(
            () -> {
              catalog.rows(
                  "SELECT set_config('request.jwt.claims', json_build_object('sub', ?::text)::text,"
                      + " true)",
                  user);
              var seen = catalog.column("SELECT auth.uid()").getFirst();
              if (!user.equals(seen)) {
                findings.miss(
                    "auth.uid() gives %s for the claims that are set in request.jwt.claims, so"
                        + " every scene would be unknown.%s",
                    seen == null ? "null" : "another user", CURE);
              }
            })
        .ifPresent(
            e ->
                findings.miss(
                    "auth.uid() fails when request.jwt.claims is set (%s).%s",
                    e.getMessage(), CURE));
  }
}
