package dev.shorts.migrate.preflight.platform;

import dev.shorts.migrate.catalog.CatalogQueries;
import dev.shorts.migrate.catalog.Column;
import dev.shorts.migrate.catalog.Findings;
import java.sql.SQLException;
import java.util.Map;

/** Checks names and types of the columns of users, videos and scenes that our SQL reads. */
record ColumnCheck(CatalogQueries catalog, Findings findings) {

  /** The other adapter: tables of our own that a trigger on the platform's tables fills. */
  private static final String OTHER_WAY =
      " Where that can't be changed, docs/adopting.md shows tables beside yours.";

  /** Text that casts to numeric. */
  private static final String NO_NUMBERS =
      """
      SELECT count(*) FROM %1$s
       WHERE %2$s::text !~ '^\\s*[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?\\s*$'
      """;

  void users() throws SQLException {
    id("auth.users", Column.of("auth.users", catalog));
  }

  void videos() throws SQLException {
    var table = "public.videos";
    var columns = Column.of(table, catalog);
    find(table, columns, "id", "uuid");
    var owner = find(table, columns, "owner_id", "uuid");
    if (owner != null && !owner.isUuid()) {
      findings.miss(
          "public.videos.owner_id is %s and must be the owner's uuid, as in auth.users.id.%s",
          owner.type(), OTHER_WAY);
    }
    var path = find(table, columns, "storage_path", "text");
    if (path != null && !path.isText()) {
      findings.miss(
          "public.videos.storage_path is %s and must be text: a key in the source bucket. A"
              + " generated column of that name could hold it.",
          path.type());
    }
  }

  void scenes() throws SQLException {
    var table = "public.scenes";
    var columns = Column.of(table, catalog);
    id(table, columns);
    var video = find(table, columns, "video_id", "uuid");
    var videos = Column.of("public.videos", catalog);
    if (video != null && videos.containsKey("id") && !comparable(video, videos.get("id"))) {
      findings.miss(
          "public.scenes.video_id is %s and public.videos.id is %s; they must be of one type.",
          video.type(), videos.get("id").type());
    }
    time(find(table, columns, "start_s", "numeric"));
    time(find(table, columns, "end_s", "numeric"));
  }

  private void id(String table, Map<String, Column> columns) {
    var id = find(table, columns, "id", "uuid");
    if (id == null) {
      return;
    }
    if (!id.isUuid()) {
      findings.miss("%s.id is %s and must be uuid.%s", table, id.type(), OTHER_WAY);
    }
    if (!id.unique()) {
      findings.miss(
          "%1$s.id has no unique key of its own, which scene_exports must refer to. Let its owner"
              + " run: ALTER TABLE %1$s ADD UNIQUE (id);",
          table);
    }
  }

  private void time(Column column) throws SQLException {
    if (column == null || column.isNumber()) {
      return;
    }
    if (column.isText()) {
      requireNumbers(column);
    } else {
      findings.miss(
          "public.scenes.%1$s is %2$s and must be a number of seconds. Rename it and add a"
              + " generated column%3$s.",
          column.name(),
          column.type(),
          column.holdsTime()
              ? ", such as %s numeric GENERATED ALWAYS AS (extract(epoch FROM the_renamed)) STORED"
                  .formatted(column.name())
              : "");
    }
  }

  /** Text is cast for each request, which works while it holds numbers. */
  private void requireNumbers(Column column) throws SQLException {
    catalog.attempt(
        () -> {
          var others =
              catalog.column(NO_NUMBERS.formatted("public.scenes", column.name())).getFirst();
          if (!"0".equals(others)) {
            findings.miss(
                "public.scenes.%s is %s and in %s rows no number of seconds. Rename it and add a"
                    + " generated column: docs/adopting.md shows one for hours, minutes and"
                    + " seconds.",
                column.name(), column.type(), others);
          }
        });
  }

  private Column find(String table, Map<String, Column> columns, String name, String type) {
    var column = columns.get(name);
    if (column == null) {
      findings.miss(
          "%1$s has no column %2$s (it has %3$s). If another one holds the same, let the table's"
              + " owner run: ALTER TABLE %1$s ADD %2$s %4$s GENERATED ALWAYS AS (that_column)"
              + " STORED; (which rewrites the table).",
          table, name, String.join(", ", columns.keySet()), type);
    }
    return column;
  }

  private static boolean comparable(Column one, Column other) {
    return one.base().equals(other.base())
        || one.isNumber() && other.isNumber()
        || one.isText() && other.isText();
  }
}
