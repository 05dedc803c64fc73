package dev.shorts.migrate.catalog;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A Column describes a column of a standing table.
 *
 * @param type as SQL writes it
 * @param base the name of the type in pg_type, of a domain the one under it
 * @param category of the type, see pg_type.typcategory
 * @param unique whether a foreign key may refer to it
 * @param needed whether an insert must give it
 */
public record Column(
    String name, String type, String base, String category, boolean unique, boolean needed) {

  private static final Set<String> NUMBERS =
      Set.of("int2", "int4", "int8", "numeric", "float4", "float8");

  /** Without to_regclass, which fails where the schema may not be used. */
  private static final String COLUMNS =
      """
      SELECT a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type,
             coalesce(b.typname, t.typname) AS base, t.typcategory AS category,
             EXISTS (SELECT FROM pg_index i
                      WHERE i.indrelid = a.attrelid AND i.indisunique AND i.indimmediate AND i.indisvalid
                        AND i.indpred IS NULL AND i.indnkeyatts = 1 AND i.indkey[0] = a.attnum) AS key,
             a.attnotnull AND NOT a.atthasdef AND a.attidentity = '' AS needed
        FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
             LEFT JOIN pg_type b ON b.oid = nullif(t.typbasetype, 0)
       WHERE a.attrelid = (
           SELECT c.oid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname || '.' || c.relname = ? AND c.relkind IN ('r', 'p', 'v', 'm', 'f'))
         AND a.attnum > 0 AND NOT a.attisdropped
       ORDER BY a.attnum
      """;

  /** Returns the columns of a table by name, in the table's order. */
  public static Map<String, Column> of(String table, CatalogQueries catalog) throws SQLException {
    var columns = new LinkedHashMap<String, Column>();
    for (var row : catalog.rows(COLUMNS, table)) {
      var column =
          new Column(
              row.get("name"),
              row.get("type"),
              row.get("base"),
              row.get("category"),
              "t".equals(row.get("key")),
              "t".equals(row.get("needed")));
      columns.put(column.name(), column);
    }
    return columns;
  }

  public boolean isUuid() {
    return "uuid".equals(base);
  }

  public boolean isNumber() {
    return NUMBERS.contains(base);
  }

  public boolean isText() {
    return "S".equals(category);
  }

  /** Returns whether the type is an interval or a time of day. */
  public boolean holdsTime() {
    return "T".equals(category) || "time".equals(base);
  }
}
