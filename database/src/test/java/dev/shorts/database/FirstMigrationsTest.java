package dev.shorts.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A database on which V1 to V19 ran before V1, V3 and V4 were changed. The three lie in {@code
 * first/} as they were.
 */
class FirstMigrationsTest {

  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
  private static final Path CHANGED = Path.of("src/test/resources/first");

  private final Neighbours neighbours = new Neighbours(Server.empty());
  private final Database database = neighbours.database();

  @TempDir private Path first;

  @BeforeEach
  void copyTheFirstMigrations() throws IOException {
    for (Path file : files(MIGRATIONS)) {
      if (file.getFileName().toString().matches("V1?[0-9]__.*")) {
        Files.copy(file, first.resolve(file.getFileName()));
      }
    }
    for (Path file : files(CHANGED)) {
      Files.copy(file, first.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
    assertThat(files(first)).hasSize(19);
  }

  @Test
  void anEmptyDatabaseEndsLikeANewOne() throws SQLException {
    migrateAtFirst();
    User user = database.user();
    UUID before = user.export();

    neighbours.migrate();

    assertThat(Worker.on(database).claim(before).text("outcome")).isEqualTo("claimed");
    neighbours.exportOneOfTheirScenes();
    assertThat(schema(database)).isEqualTo(schema(Server.migrated()));
    assertThat(
            Server.flyway(database.name(), Server.OWNER).validateWithResult().validationSuccessful)
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ENABLE", "DISABLE"})
  void besideThePlatformsTablesToo(String rowSecurity) throws SQLException, IOException {
    neighbours.build(Neighbours.RELATIVE, "tables", "uid");
    for (String table : List.of("videos", "scenes")) {
      database
          .as(Neighbours.RELATIVE)
          .run("ALTER TABLE %s %s ROW LEVEL SECURITY".formatted(table, rowSecurity));
    }
    migrateAtFirst();

    neighbours.migrate();

    for (String table : List.of("videos", "scenes")) {
      database
          .as(Neighbours.RELATIVE)
          .run("ALTER TABLE %s ENABLE ROW LEVEL SECURITY".formatted(table));
    }
    neighbours.exportOneOfTheirScenes();
    Database fresh = Server.empty();
    var newcomers = new Neighbours(fresh);
    newcomers.build(Neighbours.RELATIVE, "tables", "uid");
    newcomers.migrate();
    assertThat(schema(database)).isEqualTo(schema(fresh));
  }

  /** As after a deployment that failed on the way. */
  @ParameterizedTest
  @ValueSource(strings = {"1", "3", "4", "10"})
  void soDoesOneThatHasOnlyComeThatFar(String version) throws SQLException {
    atFirst().target(version).load().migrate();

    neighbours.migrate();

    neighbours.exportOneOfTheirScenes();
    assertThat(schema(database)).isEqualTo(schema(Server.migrated()));
  }

  @Test
  void aStrangerIsToldWhichPoliciesAndRightsHaveChanged() throws SQLException, IOException {
    neighbours.build(Neighbours.STRANGER, "tables", "uid");
    String told = refusal(this::migrateAtFirst);
    for (String statement : told.lines().filter(line -> line.endsWith("stranger")).toList()) {
      database.as(Neighbours.STRANGER).run(statement);
    }
    migrateAtFirst();

    assertThat(refusal(neighbours::migrate))
        .contains("ALTER POLICY shorts_export_user_reads ON public.scenes USING (true);");

    database
        .as(Neighbours.STRANGER)
        .run("ALTER POLICY shorts_export_user_reads ON public.scenes USING (true)");
    neighbours.migrate();
    neighbours.exportOneOfTheirScenes();
  }

  private void migrateAtFirst() {
    atFirst().load().migrate();
  }

  private FluentConfiguration atFirst() {
    return Server.flyway(database.name(), Server.OWNER, Server.API, Server.WORKER)
        .locations("filesystem:" + first);
  }

  private static String refusal(Runnable migration) {
    try {
      migration.run();
    } catch (RuntimeException e) {
      return e.getMessage();
    }
    throw new AssertionError("not refused");
  }

  /** Policies, keys, functions and rights, without the order in which they came to be. */
  private static List<Row> schema(Database database) throws SQLException {
    return database
        .superuser()
        .rows(
            """
            SELECT tablename || ' ' || policyname AS name, concat(roles, cmd, qual, with_check) AS is FROM pg_policies
            UNION ALL
            SELECT conrelid::regclass || ' ' || conname, pg_get_constraintdef(oid)
              FROM pg_constraint WHERE connamespace = 'public'::regnamespace
            UNION ALL
            SELECT oid::regprocedure::text, pg_get_functiondef(oid) || proacl::text
              FROM pg_proc WHERE pronamespace = 'public'::regnamespace
            UNION ALL
            SELECT oid::regclass::text,
                   concat(relrowsecurity, relforcerowsecurity,
                          ARRAY(SELECT a::text FROM unnest(relacl) a ORDER BY 1))
              FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
            UNION ALL
            SELECT attrelid::regclass || '.' || attname, concat(format_type(atttypid, atttypmod), attnotnull,
                   ARRAY(SELECT a::text FROM unnest(attacl) a ORDER BY 1))
              FROM pg_attribute JOIN pg_class c ON c.oid = attrelid
             WHERE relnamespace = 'public'::regnamespace AND attnum > 0
            UNION ALL
            SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
            ORDER BY 1, 2
            """);
  }

  private static List<Path> files(Path folder) {
    try (var files = Files.list(folder)) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
