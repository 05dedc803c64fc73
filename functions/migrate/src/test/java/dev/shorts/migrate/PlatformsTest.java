package dev.shorts.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.migrate.Stack.Answer;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Databases whose tables are not as the contract has them. */
@Execution(ExecutionMode.CONCURRENT)
class PlatformsTest {

  private final Platform platform = new Platform();

  PlatformsTest() throws SQLException {}

  @Test
  void everyColumnOfAnotherNameIsNamedInOneMessage() throws Exception {
    platform.hasUsers();
    platform.has(
        """
        CREATE TABLE videos (id uuid PRIMARY KEY, user_id uuid, video_url text);
        CREATE TABLE scenes (id uuid PRIMARY KEY, video_id uuid, start_time numeric, end_time numeric);
        """);

    assertThat(platform.refusal())
        .contains(
            "public.videos has no column owner_id (it has id, user_id, video_url).",
            "ALTER TABLE public.videos ADD owner_id uuid GENERATED ALWAYS AS (that_column) STORED;",
            "public.videos has no column storage_path",
            "public.scenes has no column start_s",
            "public.scenes has no column end_s");
  }

  @Test
  void idsThatAreNoUuidsOrNotUniqueAreRefused() throws Exception {
    platform.has(
        """
        CREATE SCHEMA auth;
        CREATE TABLE auth.users (id bigint PRIMARY KEY);
        CREATE TABLE videos (id text PRIMARY KEY, owner_id bigint, storage_path text);
        CREATE TABLE scenes (id uuid, video_id bigint, start_s numeric, end_s numeric);
        """);

    assertThat(platform.refusal())
        .contains(
            "auth.users.id is bigint and must be uuid.",
            "public.videos.owner_id is bigint and must be the owner's uuid",
            "public.scenes.id has no unique key of its own",
            "public.scenes.video_id is bigint and public.videos.id is text");
  }

  @Test
  void typesThatMigrateAndNeverWorkAreRefused() throws Exception {
    platform.hasUsers();
    platform.has(
        """
        CREATE TABLE videos (id uuid PRIMARY KEY, owner_id text, storage_path jsonb);
        CREATE TABLE scenes (id uuid PRIMARY KEY, video_id uuid, start_s interval, end_s text);
        INSERT INTO scenes VALUES (gen_random_uuid(), gen_random_uuid(), '1 s', '00:01.5');
        """);

    assertThat(platform.refusal())
        .contains(
            "public.videos.owner_id is text",
            "public.videos.storage_path is jsonb and must be text",
            "public.scenes.start_s is interval and must be a number of seconds.",
            "public.scenes.end_s is text and in 1 rows no number of seconds.");
  }

  @Test
  void viewsAreRefused() throws Exception {
    platform.hasUsers();
    platform.has(
        """
        CREATE TABLE films (id uuid PRIMARY KEY, owner_id uuid, storage_path text);
        CREATE VIEW videos AS SELECT * FROM films;
        CREATE TABLE scenes (id uuid PRIMARY KEY, video_id uuid, start_s numeric, end_s numeric);
        """);

    assertThat(platform.refusal()).contains("public.videos is no table, and must be one");
  }

  @Test
  void numbersOfEveryTypeAreAccepted() throws Exception {
    for (var type :
        List.of("real", "double precision", "integer", "numeric(10,3)", "varchar(20)")) {
      var each = new Platform();
      each.hasUsers();
      each.has(
          """
          CREATE DOMAIN short_path AS varchar(200);
          CREATE TABLE videos (id bigint PRIMARY KEY, owner_id uuid, storage_path short_path);
          CREATE TABLE scenes (id uuid PRIMARY KEY, video_id bigint, start_s %1$s, end_s %1$s);
          INSERT INTO videos SELECT 1, id, 'a.mp4' FROM auth.users;
          INSERT INTO scenes VALUES (gen_random_uuid(), 1, '1', '5');
          """
              .formatted(type));

      assertThat(each.stack().deliver("Create")).as(type).isEqualTo(Answer.SUCCESS);
    }
  }

  @Test
  void namesThatAreTakenAreAllListed() throws SQLException, IOException {
    platform.hasContract();
    platform.has(
        """
        CREATE FUNCTION sentence_for_reason(text) RETURNS text LANGUAGE sql RETURN $1;
        CREATE TYPE scene_exports AS ENUM ('a');
        CREATE TABLE shorts_export_history (id int);
        CREATE INDEX idx_scene_exports_status ON videos (storage_path);
        """);

    assertThat(platform.refusal())
        .contains("public.shorts_export_history is there and is no history of our migrations.");
    platform.has("DROP TABLE shorts_export_history");
    assertThat(platform.refusal())
        .contains(
            "the function sentence_for_reason(text)",
            "the type scene_exports",
            "the index idx_scene_exports_status");
  }
}
