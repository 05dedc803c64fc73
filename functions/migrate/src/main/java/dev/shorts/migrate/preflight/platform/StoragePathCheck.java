package dev.shorts.migrate.preflight.platform;

import dev.shorts.migrate.catalog.CatalogQueries;
import dev.shorts.migrate.catalog.Findings;
import java.sql.SQLException;
import java.util.Map;

/**
 * Counts storage paths that are no keys of the source bucket, by the transcoder's names of forms.
 */
public record StoragePathCheck(CatalogQueries catalog, Findings findings) {

  private static final String COUNT =
      """
      SELECT count(*) AS all,
             count(*) FILTER (WHERE path LIKE '/%') AS slash,
             count(*) FILTER (WHERE path ~ '^[A-Za-z][A-Za-z0-9+.-]*://') AS url,
             count(*) FILTER (WHERE octet_length(path) > 1024) AS long,
             count(*) FILTER (WHERE path !~ '\\S') AS empty,
             min(substring(path FROM '^[A-Za-z][A-Za-z0-9+.-]*://')) AS scheme
        FROM (SELECT storage_path::text AS path FROM public.videos) paths
      """;

  public void run() throws SQLException {
    catalog
        .attempt(
            () -> {
              try (var statement = catalog.connection().createStatement()) {
                statement.execute("SET LOCAL row_security = off"); // fails rather than hide rows
              }
              var counted = catalog.row(COUNT);
              note(counted, "slash", "begin with a slash", "LEADING_SLASH");
              note(
                  counted, "url", "are URLs (such as %s…)".formatted(counted.get("scheme")), "URL");
              note(counted, "long", "are over 1,024 bytes long", "TOO_LONG");
              note(counted, "empty", "are empty", "NO_SOURCE");
            })
        .ifPresent(
            e ->
                findings.note(
                    "The storage paths of public.videos could not be looked at (%s).",
                    e.getMessage()));
  }

  private void note(Map<String, String> counted, String column, String form, String name) {
    var count = counted.get(column);
    if (!"0".equals(count)) {
      findings.note(
          "%s of %s storage paths in public.videos %s and are no keys of the source bucket: exports"
              + " of these videos will fail (%s in the log).",
          count, counted.get("all"), form, name);
    }
  }
}
