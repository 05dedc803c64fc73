package dev.shorts.migrate.preflight;

import dev.shorts.migrate.catalog.CatalogQueries;
import dev.shorts.migrate.catalog.Findings;
import java.sql.SQLException;

/** Counts storage paths that are no keys of the source bucket, by form. */
record StoragePathCheck(CatalogQueries catalog, Findings findings) {

  private static final String COUNT =
      """
      SELECT count(*) AS all,
             count(*) FILTER (WHERE path LIKE '/%') AS slash,
             count(*) FILTER (WHERE path LIKE '%://%') AS url,
             count(*) FILTER (WHERE trim(path) = '') AS empty,
             coalesce(min(substring(path FROM '^[A-Za-z][A-Za-z0-9+.-]*://')), '://') AS scheme
        FROM (SELECT storage_path::text AS path FROM public.videos) paths
      """;

  void run() throws SQLException {
    catalog
        .attempt(
            () -> {
              try (var statement = catalog.connection().createStatement()) {
                statement.execute("SET LOCAL row_security = off"); // fails rather than hide rows
              }
              var counted = catalog.row(COUNT);
              note(counted.get("slash"), counted.get("all"), "begin with a slash");
              note(
                  counted.get("url"),
                  counted.get("all"),
                  "are URLs (such as %s…)".formatted(counted.get("scheme")));
              note(counted.get("empty"), counted.get("all"), "are empty");
            })
        .ifPresent(
            e ->
                findings.note(
                    "The storage paths of public.videos could not be looked at (%s).",
                    e.getMessage()));
  }

  private void note(String count, String all, String form) {
    if (!"0".equals(count)) {
      findings.note(
          "%s of %s storage paths in public.videos %s and are no keys of the source bucket: exports"
              + " of these videos will fail.",
          count, all, form);
    }
  }
}
