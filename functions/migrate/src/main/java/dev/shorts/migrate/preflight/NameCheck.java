package dev.shorts.migrate.preflight;

import dev.shorts.migrate.catalog.CatalogQueries;
import dev.shorts.migrate.catalog.Column;
import dev.shorts.migrate.catalog.Findings;
import dev.shorts.migrate.catalog.PendingMigrations;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks that the names that pending migrations create in the schema public are free. */
record NameCheck(CatalogQueries catalog, PendingMigrations pending, Findings findings) {

  /** Tables that are created only if missing: see {@link PlatformCheck}. */
  private static final Set<String> PLATFORM = Set.of("videos", "scenes");

  private static final String FUNCTIONS =
      """
      SELECT 'the function ' || p.oid::regprocedure
        FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.proname::text = ANY (?::text[])
       ORDER BY 1
      """;

  private static final String KIND =
      """
      CASE c.relkind WHEN 'r' THEN 'table' WHEN 'p' THEN 'table' WHEN 'v' THEN 'view'
           WHEN 'm' THEN 'materialized view' WHEN 'f' THEN 'foreign table' WHEN 'S' THEN 'sequence'
           WHEN 'c' THEN 'type' ELSE 'index' END\
      """;

  /** Finds tables and indexes of our names, without a standing scene_exports and its indexes. */
  private static final String RELATIONS =
      "SELECT 'the "
          + "' || "
          + KIND
          + """
           || ' ' || c.relname
            FROM pg_class c LEFT JOIN pg_index i ON i.indexrelid = c.oid
           WHERE c.relnamespace = 'public'::regnamespace AND c.relname = ?
             AND NOT (c.relname = 'scene_exports' AND c.relkind IN ('r', 'p'))
             AND coalesce(i.indrelid::regclass::text, '') NOT IN (?, 'public.' || ?::text)
          """;

  private static final String TYPES =
      """
      SELECT 'the type ' || typname
        FROM pg_type
       WHERE typnamespace = 'public'::regnamespace AND typname::text = ANY (?::text[]) AND typrelid = 0 AND typelem = 0
      """;

  void run() throws SQLException {
    if (!catalog.is("to_regnamespace('public') IS NOT NULL")) {
      return;
    }
    var taken = new ArrayList<String>();
    taken.addAll(catalog.column(FUNCTIONS, (Object) pending.functions().toArray(String[]::new)));
    for (var table : ourTables()) {
      taken.addAll(catalog.column(RELATIONS, table, "", ""));
    }
    for (var index : pending.indexes().entrySet()) {
      if (!isStandingPlatform(index)) {
        taken.addAll(catalog.column(RELATIONS, index.getKey(), index.getValue(), index.getValue()));
      }
    }
    taken.addAll(catalog.column(TYPES, (Object) ourTables().toArray(String[]::new)));
    if (!taken.isEmpty()) {
      findings.miss(
          "Names that the migration creates in the schema public are taken: %s. Rename or drop"
              + " these; if they are left over from an earlier deployment of ours,"
              + " database/uninstall.sql removes them.",
          String.join(", ", taken));
    }
  }

  private List<String> ourTables() {
    return pending.tables().stream().filter(table -> !PLATFORM.contains(table)).toList();
  }

  private boolean isStandingPlatform(Map.Entry<String, String> index) throws SQLException {
    return PLATFORM.contains(index.getValue())
        && !Column.of("public." + index.getValue(), catalog).isEmpty();
  }
}
