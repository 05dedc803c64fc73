package dev.shorts.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.migrate.Stack.Answer;
import dev.shorts.migrate.catalog.CreateTables;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Databases in which users, videos and scenes are not all there. */
@Execution(ExecutionMode.CONCURRENT)
class MissingTablesTest {

  private final Platform platform = new Platform();

  MissingTablesTest() throws SQLException {}

  @Test
  void tablesOfOtherNamesAreListedAndNoneIsCreatedBesideThem() throws Exception {
    platform.has(
        """
        CREATE TABLE users (id uuid PRIMARY KEY);
        CREATE TABLE video (id uuid PRIMARY KEY);
        CREATE TABLE clips (id uuid PRIMARY KEY);
        CREATE TABLE invoices (id uuid PRIMARY KEY);
        """);

    assertThat(platform.refusal())
        .contains(
            "1. There is no table auth.users, no table public.videos, no table public.scenes.",
            "The database holds 4 other tables: public.clips, public.users, public.video,"
                + " public.invoices.",
            "CreateTables=yes");
  }

  @Test
  void tablesInAnotherSchemaAreListed() throws Exception {
    platform.has(
        """
        CREATE SCHEMA app;
        CREATE TABLE app.users (id uuid PRIMARY KEY);
        CREATE TABLE app.videos (id uuid PRIMARY KEY, owner_id uuid, storage_path text);
        CREATE TABLE app.scenes (id uuid PRIMARY KEY, video_id uuid, start_s numeric, end_s numeric);
        """);

    assertThat(platform.refusal())
        .contains("The database holds 3 other tables: app.scenes, app.users, app.videos.");
  }

  @Test
  void usersInThePublicSchemaAreNotReplacedByEmptyOnes() throws Exception {
    platform.has(
        """
        CREATE TABLE users (id uuid PRIMARY KEY);
        CREATE TABLE videos (id uuid PRIMARY KEY, owner_id uuid REFERENCES users, storage_path text);
        CREATE TABLE scenes (id uuid PRIMARY KEY, video_id uuid REFERENCES videos, start_s numeric, end_s numeric);
        """);

    assertThat(platform.refusal())
        .contains("There is no table auth.users. The database holds 1 other tables: public.users.");
  }

  @Test
  void missingTablesAreCreatedBesideOthersWhenTheParameterSaysSo() throws Exception {
    platform.has("CREATE TABLE invoices (id uuid PRIMARY KEY)");

    assertThat(platform.stack().with(CreateTables.YES).deliver("Create")).isEqualTo(Answer.SUCCESS);
    assertThat(platform.count("pg_tables WHERE tablename IN ('users', 'videos', 'scenes')"))
        .isEqualTo("3");
  }

  @Test
  void anEmptyDatabaseStaysEmptyWhenTheParameterForbidsTables() throws Exception {
    assertThat(platform.refusal(platform.stack().with(CreateTables.NO)))
        .contains("no table public.scenes, and CreateTables is no.");
  }
}
