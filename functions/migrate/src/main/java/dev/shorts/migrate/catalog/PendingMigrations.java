package dev.shorts.migrate.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/**
 * Names what the migrations that have not run yet create in the schema public, read from their SQL.
 *
 * @param indexes and the table of each
 * @param columns that are added to scene_exports
 */
public record PendingMigrations(
    int count,
    Set<String> functions,
    Set<String> tables,
    Map<String, String> indexes,
    Set<String> columns,
    boolean createRoles) {

  private static final String NAME = "\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?(?:public\\.)?(\\w+)";
  private static final Pattern FUNCTION =
      create("(?:OR\\s+REPLACE\\s+)?FUNCTION" + NAME + "\\s*\\(");
  private static final Pattern TABLE = create("TABLE" + NAME + "\\s*\\(");
  private static final Pattern INDEX =
      create("(?:UNIQUE\\s+)?INDEX(?:\\s+CONCURRENTLY)?" + NAME + "\\s+ON\\s+(?:public\\.)?(\\w+)");
  private static final Pattern COLUMN =
      Pattern.compile("\\bADD\\s+COLUMN" + NAME, Pattern.CASE_INSENSITIVE);

  /** Reads Flyway's history, which must be readable. */
  public static PendingMigrations of(Flyway flyway) {
    var info = flyway.info();
    var migrations = Stream.of(info.all()).filter(PendingMigrations::willRun).toList();
    var applied = sql(Stream.of(info.applied()).filter(migration -> !willRun(migration)));
    var pending = sql(migrations.stream());
    var functions = names(FUNCTION, pending);
    functions.removeAll(names(FUNCTION, applied)); // replaced: ours
    return new PendingMigrations(
        migrations.size(),
        functions,
        names(TABLE, pending),
        INDEX
            .matcher(pending)
            .results()
            .collect(toMap(found -> found.group(1), found -> found.group(2), (one, _) -> one)),
        names(COLUMN, pending),
        pending.contains("CREATE ROLE"));
  }

  /** Returns whether a migration will run: one that failed outside a transaction runs again. */
  private static boolean willRun(MigrationInfo migration) {
    return switch (migration.getState()) {
      case PENDING, FAILED -> true;
      default -> false;
    };
  }

  public boolean createTable(String name) {
    return tables.contains(name);
  }

  private static Pattern create(String what) {
    return Pattern.compile("\\bCREATE\\s+" + what, Pattern.CASE_INSENSITIVE);
  }

  private static Set<String> names(Pattern pattern, String sql) {
    var names = new TreeSet<String>();
    pattern.matcher(sql).results().map(found -> found.group(1)).forEach(names::add);
    return names;
  }

  private static String sql(Stream<MigrationInfo> migrations) {
    var sql = new StringBuilder();
    migrations.map(MigrationInfo::getScript).distinct().forEach(script -> sql.append(read(script)));
    return sql.toString().replaceAll("--[^\n]*", "");
  }

  /** A migration whose file is missing (a rollback has older files) or no SQL creates nothing. */
  private static String read(String script) {
    var url = Thread.currentThread().getContextClassLoader().getResource("db/migration/" + script);
    if (url == null) {
      return "";
    }
    try {
      var file = url.openConnection();
      file.setUseCaches(false); // a cached jar is closed under other readers by its class loader
      try (var content = file.getInputStream()) {
        return new String(content.readAllBytes(), UTF_8) + "\n";
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
