package dev.shorts.database.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.database.driver.Database;
import dev.shorts.database.driver.FormerMigrations;
import dev.shorts.database.driver.Neighbours;
import dev.shorts.database.driver.Row;
import dev.shorts.database.driver.Server;
import dev.shorts.database.driver.User;
import dev.shorts.database.driver.Worker;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Databases on which migrations ran before their files were changed. */
class FirstMigrationsTest {

  private final Neighbours neighbours = new Neighbours(Server.empty());
  private final Database database = neighbours.database();

  @TempDir private Path files;

  @ParameterizedTest
  @EnumSource
  void anEmptyDatabaseEndsLikeANewOne(FormerMigrations former) throws SQLException, IOException {
    migrateAs(former);
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
  @CsvSource({"FIRST, ENABLE", "FIRST, DISABLE", "SECOND, ENABLE", "THIRD, ENABLE"})
  void besideThePlatformsTablesToo(FormerMigrations former, String rowSecurity)
      throws SQLException, IOException {
    neighbours.build(Neighbours.RELATIVE, "tables", "uid");
    for (String table : List.of("videos", "scenes")) {
      database
          .as(Neighbours.RELATIVE)
          .run("ALTER TABLE %s %s ROW LEVEL SECURITY".formatted(table, rowSecurity));
    }
    migrateAs(former);

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
  @CsvSource({
    "FIRST, 1",
    "FIRST, 3",
    "FIRST, 4",
    "FIRST, 5",
    "FIRST, 10",
    "SECOND, 4",
    "SECOND, 5",
    "THIRD, 3"
  })
  void soDoesOneThatHasOnlyComeThatFar(FormerMigrations former, String version)
      throws SQLException, IOException {
    as(former).target(version).load().migrate();

    neighbours.migrate();

    neighbours.exportOneOfTheirScenes();
    assertThat(schema(database)).isEqualTo(schema(Server.migrated()));
  }

  @Test
  void aStrangerIsToldWhichPoliciesAndRightsHaveChanged() throws SQLException, IOException {
    neighbours.build(Neighbours.STRANGER, "tables", "uid");
    Flyway first = as(FormerMigrations.FIRST).load();
    String told = refusal(first::migrate);
    for (String statement : told.lines().filter(line -> line.endsWith("stranger")).toList()) {
      database.as(Neighbours.STRANGER).run(statement);
    }
    first.migrate();

    assertThat(refusal(neighbours::migrate))
        .contains("ALTER POLICY shorts_export_user_reads ON public.scenes USING (true);");

    database
        .as(Neighbours.STRANGER)
        .run("ALTER POLICY shorts_export_user_reads ON public.scenes USING (true)");
    neighbours.migrate();
    neighbours.exportOneOfTheirScenes();
  }

  /** The former V5 brought all exports along at once. */
  @ParameterizedTest
  @CsvSource({"FIRST, 19", "SECOND, 27", "SECOND, 4"})
  void exportsThatStoodBeforeEndTheSame(FormerMigrations former, String version)
      throws SQLException, IOException {
    neighbours.build(Neighbours.RELATIVE, "tables", "uid", "scene_exports");
    User user = database.user();
    for (String status : List.of("pending", "processing", "completed", "failed")) {
      database
          .superuser()
          .run(
              """
              INSERT INTO scene_exports (scene_id, user_id, status, aspect_ratio_strategy, output_quality, created_at)
              VALUES (?, ?, ?, 'letterbox', 'high', now() - interval '1 hour')
              """,
              user.scene("0.1", "45.3"),
              user.id(),
              status);
    }
    as(former).target(version).load().migrate();

    neighbours.migrate();

    assertThat(
            database
                .superuser()
                .rows(
                    """
                    SELECT FROM scene_exports
                     WHERE (created_at, expires_at, deadline_at)
                         = (date_trunc('second', created_at), date_trunc('second', expires_at),
                            created_at + interval '2 hours')
                       AND (status = 'failed') = (error_message IS NOT NULL)
                       AND (status = 'completed') = (storage_path IS NOT NULL)
                       AND (status IN ('completed', 'failed')) = (completed_at IS NOT DISTINCT FROM created_at)
                    """))
        .hasSize(4);
  }

  private void migrateAs(FormerMigrations former) throws IOException {
    as(former).load().migrate();
  }

  private FluentConfiguration as(FormerMigrations former) throws IOException {
    return Server.flyway(database.name(), Server.OWNER, Server.API, Server.WORKER)
        .locations(former.location(files));
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
}
