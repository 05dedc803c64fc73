package dev.shorts.database.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shorts.database.driver.Database;
import dev.shorts.database.driver.Request;
import dev.shorts.database.driver.Row;
import dev.shorts.database.driver.Server;
import dev.shorts.database.driver.Session;
import dev.shorts.database.driver.User;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys of an export that are violated: by a missing user, a deleted scene, or another table. */
class MissingUserTest {

  private static final Database DATABASE = withoutTheKeyOfVideos();

  private final User user = DATABASE.user();
  private final UUID scene = user.scene("0", "10");

  MissingUserTest() throws SQLException {}

  @Test
  void anOwnerOfVideosWhoIsNotInAuthUsersIsTold() throws SQLException {
    DATABASE.superuser().run("DELETE FROM auth.users WHERE id = ?", user.id());

    Row refused = Request.of(scene).by(user);

    assertThat(refused.text("outcome")).isEqualTo("user_not_found");
    assertThat(refused.get("export_id")).isNull();
    assertThat(stored()).isZero();
  }

  @Test
  void someoneElsesSceneIsNotFoundByAUserWhoIsMissingToo() throws SQLException {
    User stranger = DATABASE.user();
    DATABASE.superuser().run("DELETE FROM auth.users WHERE id = ?", stranger.id());

    assertThat(Request.of(scene).by(stranger).text("outcome")).isEqualTo("scene_not_found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM scenes WHERE id = '%1$s'",
        "DELETE FROM scenes WHERE id = '%1$s'; DELETE FROM videos WHERE id = '%2$s'",
        "DELETE FROM scenes WHERE id = '%1$s'; DELETE FROM videos WHERE id = '%2$s';"
            + " DELETE FROM auth.users WHERE id = '%3$s'"
      })
  void whatIsDeletedWhileTheExportIsStoredLeavesNoScene(String deletion) throws Exception {
    try (Session platform = DATABASE.login(Server.SUPERUSER);
        Session api = DATABASE.login(Server.API)) {
      platform.connection().setAutoCommit(false);
      platform.run(deletion.formatted(scene, user.video(), user.id()));
      var answer =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return Request.of(scene).by(user, api);
                } catch (SQLException e) {
                  throw new IllegalStateException(e);
                }
              });
      awaitThatItWaits();
      platform.connection().commit();

      assertThat(answer.get(20, TimeUnit.SECONDS).text("outcome")).isEqualTo("scene_not_found");
      assertThat(stored()).isZero();
    }
  }

  /** It is neither the user's fault nor a missing user. */
  @Test
  void aKeyOfThePlatformThatIsViolatedStaysAnError() throws SQLException {
    Database other = Server.migrated();
    other
        .superuser()
        .run(
            "CREATE TABLE plans (id int PRIMARY KEY); ALTER TABLE scene_exports"
                + " ADD plan int DEFAULT 1 REFERENCES plans");
    User planless = other.user();

    assertThatThrownBy(planless::export).hasMessageContaining("scene_exports_plan_fkey");
  }

  private int stored() throws SQLException {
    return DATABASE
        .superuser()
        .row("SELECT count(*) AS n FROM scene_exports WHERE scene_id = ?", scene)
        .number("n");
  }

  private static void awaitThatItWaits() throws Exception {
    for (int i = 0; i < 2_000; i++) {
      var waiting =
          DATABASE
              .superuser()
              .row(
                  "SELECT count(*) AS n FROM pg_stat_activity WHERE datname = current_database()"
                      + " AND usename = ? AND wait_event_type = 'Lock'",
                  Server.API);
      if (waiting.number("n") > 0) {
        return;
      }
      Thread.sleep(10);
    }
    throw new AssertionError("the export is stored without waiting for the deletion");
  }

  private static Database withoutTheKeyOfVideos() {
    try {
      Database database = Server.migrated();
      database.superuser().run("ALTER TABLE videos DROP CONSTRAINT videos_owner_id_fkey");
      return database;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
