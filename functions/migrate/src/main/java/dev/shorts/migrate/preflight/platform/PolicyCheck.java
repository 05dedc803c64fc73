package dev.shorts.migrate.preflight.platform;

import dev.shorts.migrate.catalog.CatalogQueries;
import dev.shorts.migrate.catalog.Findings;
import java.sql.SQLException;

/** Notes the platform's row level security policies that apply to our roles. */
public record PolicyCheck(CatalogQueries catalog, Findings findings) {

  /** Finds policies TO PUBLIC for SELECT, with the tables that they read. */
  private static final String POLICIES =
      """
      SELECT format('%I on %s', p.polname, c.oid::regclass) AS policy,
             NOT p.polpermissive AS restrictive,
             (SELECT string_agg(DISTINCT d.refobjid::regclass::text, ', ')
                FROM pg_depend d
               WHERE d.classid = 'pg_policy'::regclass AND d.objid = p.oid
                 AND d.refclassid = 'pg_class'::regclass AND d.refobjid <> c.oid) AS reads
        FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = 'public' AND c.relname IN ('videos', 'scenes', 'scene_exports')
         AND c.relrowsecurity AND 0 = ANY (p.polroles) AND p.polcmd IN ('r', '*')
       ORDER BY 1
      """;

  public void run() throws SQLException {
    for (var policy : catalog.rows(POLICIES)) {
      var reads = policy.get("reads");
      if ("t".equals(policy.get("restrictive"))) {
        findings.note(
            "The RESTRICTIVE policy %s applies to our roles too, and hides the rows that it refuses"
                + " them. Make it TO the platform's own roles.",
            policy.get("policy"));
      } else if (reads != null) {
        findings.note(
            "The policy %s is TO PUBLIC and reads %s, for which our roles need SELECT as well. Make"
                + " it TO the platform's own roles.",
            policy.get("policy"), reads);
      } else {
        findings.note("The policy %s is TO PUBLIC and applies to our roles.", policy.get("policy"));
      }
    }
  }
}
