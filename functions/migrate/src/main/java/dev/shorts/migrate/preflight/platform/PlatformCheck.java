package dev.shorts.migrate.preflight.platform;

import dev.shorts.migrate.catalog.CatalogQueries;
import dev.shorts.migrate.catalog.Findings;
import dev.shorts.migrate.catalog.MigrationTarget;
import dev.shorts.migrate.catalog.PendingMigrations;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Checks that users, videos and scenes are all there, or may all be created. */
public record PlatformCheck(
    CatalogQueries catalog, MigrationTarget target, PendingMigrations pending, Findings findings) {

  private static final List<String> NEEDED =
      List.of("auth.users", "public.videos", "public.scenes");
  private static final int MOST_LISTED = 12;

  private static final String THERE =
      """
      SELECT n.nspname || '.' || c.relname AS name, c.relkind IN ('r', 'p') AS is_table,
             pg_get_userbyid(c.relowner) AS owner, pg_has_role(c.relowner, 'USAGE') AS member
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE (n.nspname, c.relname) IN (('auth', 'users'), ('public', 'videos'), ('public', 'scenes'))
      """;

  /** Lists tables that belong to no extension, those with similar names first. */
  private static final String OTHERS =
      """
      SELECT format('%I.%I', n.nspname, c.relname)
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition
         AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
         AND (n.nspname, c.relname) NOT IN (('auth', 'users'), ('public', 'videos'), ('public', 'scenes'),
                                            ('public', 'shorts_export_history'))
         AND NOT EXISTS (SELECT FROM pg_depend
                          WHERE classid = 'pg_class'::regclass AND objid = c.oid AND deptype = 'e')
       ORDER BY c.relname !~* 'user|account|video|clip|scene|segment', 1
      """;

  public void run() throws SQLException {
    var there = new TreeMap<String, Map<String, String>>();
    for (var table : catalog.rows(THERE)) {
      there.put(table.get("name"), table);
    }
    for (var table : there.values()) {
      described(table);
    }
    var uid = new UidCheck(catalog, findings);
    var missing = NEEDED.stream().filter(name -> !there.containsKey(name)).toList();
    if (!missing.isEmpty() && !mayCreate(missing)) {
      return;
    }
    if (pending.createTable("videos") && (missing.contains("auth.users") || !uid.exists())) {
      new AuthCheck(catalog, target, findings).mayCreateInAuth();
    }
    uid.run();
  }

  private void described(Map<String, String> table) throws SQLException {
    var name = table.get("name");
    if (!"t".equals(table.get("is_table"))) {
      findings.miss(
          "%s is no table, and must be one for grants, policies and foreign keys. docs/adopting.md"
              + " shows tables beside yours.",
          name);
      return;
    }
    if (!"t".equals(table.get("member"))) {
      findings.note(
          "%1$s belongs to %2$s, of which %3$s is no member. Either run GRANT \"%2$s\" TO \"%3$s\";"
              + " or let %2$s run the statements that the migration will print.",
          name, table.get("owner"), target.owner());
    }
    var columns = new ColumnCheck(catalog, findings);
    switch (name) {
      case "auth.users" -> columns.users();
      case "public.videos" -> columns.videos();
      default -> columns.scenes();
    }
  }

  private boolean mayCreate(List<String> missing) throws SQLException {
    if (!pending.createTable("videos")) {
      findings.miss(
          "%s: an earlier deployment worked with it, and it is gone. Bring it back, or rename it"
              + " back.",
          missing(missing));
      return false;
    }
    return switch (target.createTables()) {
      case YES -> true;
      case NO -> {
        findings.miss("%s, and CreateTables is no.", missing(missing));
        yield false;
      }
      case AUTO -> isEmpty(missing);
    };
  }

  private boolean isEmpty(List<String> missing) throws SQLException {
    var others = catalog.column(OTHERS);
    if (missing.size() == NEEDED.size() && others.isEmpty()) {
      return true;
    }
    findings.miss(
        "%s. The database holds %d other tables%s. If one of them is meant, docs/adopting.md shows"
            + " how to join it; to have empty tables created beside them, deploy with"
            + " CreateTables=yes.",
        missing(missing), others.size(), listed(others));
    return false;
  }

  private static String missing(List<String> names) {
    return "There is no table " + String.join(", no table ", names);
  }

  private static String listed(List<String> names) {
    var shown = String.join(", ", names.subList(0, Math.min(names.size(), MOST_LISTED)));
    return names.isEmpty() ? "" : names.size() > MOST_LISTED ? ", such as " + shown : ": " + shown;
  }
}
