package dev.shorts.database.rights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.database.driver.Database;
import dev.shorts.database.driver.Refusal;
import dev.shorts.database.driver.Request;
import dev.shorts.database.driver.Row;
import dev.shorts.database.driver.Server;
import dev.shorts.database.driver.Session;
import dev.shorts.database.driver.User;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that no preparation of a session of the API's role shows it another user's rows. */
class RowSecurityTricksTest {

  private static final Database DATABASE = Server.migrated();

  private final User user = DATABASE.user();
  private final User other = DATABASE.user();
  private final UUID own = user.export();
  private final UUID theirs = other.export();
  private final UUID theirScene = other.scene("0", "10");
  private final Session api = DATABASE.login(Server.API);

  RowSecurityTricksTest() throws SQLException {}

  @BeforeEach
  void actForTheUser() throws SQLException {
    claims("{\"sub\": \"%s\"}".formatted(user.id()));
  }

  @AfterEach
  void close() throws SQLException {
    api.close();
  }

  @Test
  void ofOthersVideosItSeesNone() throws SQLException {
    assertThat(api.rows("SELECT id, owner_id, storage_path FROM videos"))
        .extracting(row -> row.id("id"))
        .containsExactly(user.video());
    claims("");
    assertThat(api.rows("SELECT id FROM videos")).isEmpty();
  }

  /** Its policy on scenes looks at nothing else, not at videos either: V3 says why. */
  @Test
  void ofOthersScenesItSeesTheTimes() throws SQLException {
    assertThat(api.rows("SELECT id FROM scenes"))
        .extracting(row -> row.id("id"))
        .contains(theirScene);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"sub\": \"%s\"}", "{}", "[]", "", "{\"sub\": null}", "not JSON"})
  void claimsSetBeforeMakeNoDifferenceToAFunction(String before) throws SQLException {
    claims(before.formatted(other.id()));

    theFunctionsServeTheUserAndNobodyElse();
  }

  @Test
  void norDoSettingsThatTheRoleKeeps() throws SQLException {
    String keep = "ALTER ROLE CURRENT_USER IN DATABASE %s ".formatted(DATABASE.name());

    assertThat(Refusal.of(() -> api.run(keep + "SET request.jwt.claims = '{}'")))
        .contains("permission denied to set parameter");
    api.run(keep + "SET search_path = pg_temp, public");
    try (Session next = DATABASE.login(Server.API)) {
      theFunctionsServeTheUserAndNobodyElse(next);
    } finally {
      api.run(keep + "RESET ALL");
    }
  }

  @Test
  void withoutRowSecurityItGetsAnErrorAndNoRow() throws SQLException {
    api.run("SET row_security = off");

    for (String table : new String[] {"scene_exports", "scenes", "videos"}) {
      assertThat(Refusal.of(() -> api.rows("SELECT id FROM " + table)))
          .contains("would be affected by row-level security policy");
    }
    assertThat(Refusal.of(() -> get(api, theirs))).contains("row-level security policy");
  }

  @Test
  void temporaryThingsOfTheSameNameAreNotLookedAt() throws SQLException {
    api.run(
        """
        CREATE TEMP TABLE videos AS
            SELECT id, CAST('%1$s' AS uuid) AS owner_id, 'theirs.mp4' AS storage_path FROM gen_random_uuid() id;
        CREATE TEMP TABLE scenes AS
            SELECT CAST('%2$s' AS uuid) AS id, id AS video_id, 0.0 AS start_s, 1.0 AS end_s FROM videos;
        CREATE TEMP TABLE scene_exports AS
            SELECT CAST('%3$s' AS uuid) AS id, CAST('%1$s' AS uuid) AS user_id,
                   now() AS created_at, now() + interval '1 hour' AS expires_at;
        CREATE FUNCTION pg_temp.uid() RETURNS uuid LANGUAGE sql RETURN CAST('%4$s' AS uuid);
        """
            .formatted(user.id(), theirScene, theirs, other.id()));
    api.run("SET search_path = pg_temp, public");

    theFunctionsServeTheUserAndNobodyElse();
  }

  @Test
  void aCheapFunctionInAConditionIsNotShownOthersRows() throws SQLException {
    api.run(
        """
        CREATE FUNCTION pg_temp.told(id uuid, what text) RETURNS boolean LANGUAGE plpgsql COST 0.0000001
        AS $$ BEGIN
          IF id <> '%s' AND id <> '%s' THEN RAISE 'told: %%', what; END IF;
          RETURN true;
        END $$
        """
            .formatted(own, user.video()));

    assertThat(api.rows("SELECT id FROM scene_exports WHERE pg_temp.told(id, source_path)"))
        .hasSize(1);
    assertThat(api.rows("SELECT id FROM videos WHERE pg_temp.told(id, storage_path)")).hasSize(1);
  }

  @Test
  void theStatisticsOfTheTablesTellItNothing() throws SQLException {
    DATABASE.superuser().run("ANALYZE scene_exports, scenes, videos");

    assertThat(
            api.rows(
                "SELECT tablename, most_common_vals FROM pg_stats WHERE schemaname = 'public'"))
        .isEmpty();
  }

  @Test
  void anInsertThatMeetsAnothersRowNeitherShowsNorChangesIt() throws SQLException {
    String upsert =
        """
        INSERT INTO scene_exports (id, scene_id, user_id, aspect_ratio_strategy, output_quality)
        VALUES (?, ?, ?, 'center_crop', 'high') ON CONFLICT (id) DO UPDATE SET idempotency_key = 'mine'
        RETURNING *
        """;

    assertThat(Refusal.of(() -> api.rows(upsert, theirs, theirScene, user.id())))
        .contains("violates row-level security policy");
    assertThat(DATABASE.export(theirs).get("idempotency_key")).isNull();
  }

  private void theFunctionsServeTheUserAndNobodyElse() throws SQLException {
    theFunctionsServeTheUserAndNobodyElse(api);
  }

  private void theFunctionsServeTheUserAndNobodyElse(Session session) throws SQLException {
    assertThat(get(session, own)).isEqualTo(1);
    assertThat(get(session, theirs)).isZero();
    assertThat(Request.of(theirScene).by(user, session).text("outcome"))
        .isEqualTo("scene_not_found");
    Row created = Request.of(user.scene("0", "1")).by(user, session);
    assertThat(created.text("outcome")).isEqualTo("created");
    assertThat(created.id("user_id")).isEqualTo(user.id());
    assertThat(created.number("current_count")).isEqualTo(2);
    session.row("SELECT * FROM public.take_back_scene_export(?, ?)", theirs, user.id());
    assertThat(DATABASE.export(theirs).text("status")).isEqualTo("pending");
  }

  private int get(Session session, UUID export) throws SQLException {
    return session.rows("SELECT * FROM public.get_scene_export(?, ?)", export, user.id()).size();
  }

  private void claims(String json) throws SQLException {
    api.row("SELECT set_config('request.jwt.claims', ?, false)", json);
  }
}
