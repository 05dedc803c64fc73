package dev.shorts.migrate.preflight;

import dev.shorts.migrate.catalog.CatalogQueries;
import dev.shorts.migrate.catalog.Column;
import dev.shorts.migrate.catalog.Findings;
import dev.shorts.migrate.catalog.MigrationTarget;
import dev.shorts.migrate.catalog.PendingMigrations;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Compares a standing table scene_exports with the contract's. */
record ExportTableCheck(
    CatalogQueries catalog, MigrationTarget target, PendingMigrations pending, Findings findings) {

  private static final String TABLE = "public.scene_exports";

  /** The contract's columns and their types. */
  private static final Map<String, String> CONTRACT = new LinkedHashMap<>();

  static {
    for (var column :
        """
        id uuid
        scene_id uuid
        user_id uuid
        aspect_ratio_strategy text
        output_quality text
        status text
        error_message text
        storage_path text
        file_size_bytes bigint
        duration_s double precision
        resolution text
        created_at timestamp with time zone
        completed_at timestamp with time zone
        expires_at timestamp with time zone
        """
            .split("\n")) {
      var parts = column.split(" ", 2);
      CONTRACT.put(parts[0], parts[1]);
    }
  }

  private static final String OID =
      """
      (SELECT c.oid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = 'public' AND c.relname = 'scene_exports')\
      """;

  private static final String OWNER =
      """
      SELECT pg_get_userbyid(relowner) AS owner, pg_has_role(relowner, 'USAGE') AS member
        FROM pg_class
       WHERE oid = %s AND relkind IN ('r', 'p')
      """;

  private static final String UNIQUES =
      """
      SELECT i.indexrelid::regclass::text
        FROM pg_index i
       WHERE i.indrelid = %s AND i.indisunique
         AND NOT EXISTS (SELECT FROM pg_attribute a
                          WHERE a.attrelid = i.indrelid AND a.attname = 'id' AND a.attnum = ANY (i.indkey))
      """;

  private static final String CHECKS =
      """
      SELECT conname AS name, pg_get_expr(conbin, conrelid) AS condition
        FROM pg_constraint
       WHERE conrelid = %s AND contype = 'c'
      """;

  /** Returns whether a CHECK allows every row that we write. */
  private static final String ROWS =
      """
      SELECT bool_and((%s) IS NOT FALSE)
        FROM (SELECT gen_random_uuid() AS id, gen_random_uuid() AS scene_id, gen_random_uuid() AS user_id,
                     strategy AS aspect_ratio_strategy, quality AS output_quality, status,
                     CASE WHEN status = 'failed' THEN 'A sentence.' END AS error_message,
                     CASE WHEN status = 'completed' THEN 'exports/a/b.mp4' END AS storage_path,
                     CASE WHEN status = 'completed' THEN 1000000::bigint END AS file_size_bytes,
                     CASE WHEN status = 'completed' THEN 1.5::float END AS duration_s,
                     CASE WHEN status = 'completed' THEN '1080x1920' END AS resolution,
                     now() AS created_at,
                     CASE WHEN status IN ('completed', 'failed') THEN now() END AS completed_at,
                     now() + interval '24 hours' AS expires_at
                FROM unnest(ARRAY['center_crop', 'letterbox']) strategy, unnest(ARRAY['high', 'medium']) quality,
                     unnest(ARRAY['pending', 'processing', 'completed', 'failed']) status) scene_exports
      """;

  void run() throws SQLException {
    if (!pending.createTable("scene_exports")) {
      return;
    }
    for (var table : catalog.rows(OWNER.formatted(OID))) {
      if (!"t".equals(table.get("member"))) {
        findings.miss(
            "%1$s belongs to %2$s. Let an administrator run: GRANT \"%2$s\" TO \"%3$s\";",
            TABLE, table.get("owner"), target.owner());
      }
      compare(Column.of(TABLE, catalog));
      for (var unique : catalog.column(UNIQUES.formatted(OID))) {
        findings.miss("%s has the unique index %s, which more exports would break.", TABLE, unique);
      }
      for (var check : catalog.rows(CHECKS.formatted(OID))) {
        takesOurRows(check.get("name"), check.get("condition"));
      }
    }
  }

  private void compare(Map<String, Column> columns) {
    CONTRACT.forEach(
        (name, type) -> {
          var column = columns.get(name);
          if (column == null) {
            findings.miss("%s has no column %s %s.", TABLE, name, type);
          } else if (!column.type().equals(type)) {
            findings.miss("%s.%s is %s and must be %s.", TABLE, name, column.type(), type);
          }
        });
    for (var column : columns.values()) {
      if (pending.columns().contains(column.name())) {
        findings.miss("%s has a column %s, which we add. Rename it.", TABLE, column.name());
      } else if (!CONTRACT.containsKey(column.name()) && column.needed()) {
        findings.miss(
            "%1$s.%2$s is NOT NULL without a default, and we don't set it. Let its owner run: ALTER"
                + " TABLE %1$s ALTER %2$s DROP NOT NULL;",
            TABLE, column.name());
      }
    }
    var status = columns.get("status");
    if (status != null && status.needed()) {
      findings.miss(
          "%1$s.status has no default: ALTER TABLE %1$s ALTER status SET DEFAULT 'pending';",
          TABLE);
    }
  }

  private void takesOurRows(String name, String condition) throws SQLException {
    var answer = new String[1];
    var failure =
        catalog.attempt(() -> answer[0] = catalog.column(ROWS.formatted(condition)).getFirst());
    if (failure.isPresent() || !"t".equals(answer[0])) {
      findings.miss(
          "%s has the CHECK %s, which refuses rows that we write: %s.", TABLE, name, condition);
    }
  }
}
