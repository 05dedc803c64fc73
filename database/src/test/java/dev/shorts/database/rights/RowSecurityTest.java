package dev.shorts.database.rights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.database.driver.Database;
import dev.shorts.database.driver.Refusal;
import dev.shorts.database.driver.Server;
import dev.shorts.database.driver.Session;
import dev.shorts.database.driver.User;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose rows each role reaches without our functions, if someone gets hold of its secret. */
class RowSecurityTest {

  private static final Database DATABASE = Server.migrated();
  private static final String CALLER = "SELECT set_config('request.jwt.claims', ?, true)";
  private static final String INSERT =
      """
      INSERT INTO scene_exports (scene_id, user_id, aspect_ratio_strategy, output_quality)
      VALUES (?, ?, 'center_crop', 'high')
      """;

  private final User user = DATABASE.user();
  private final User other = DATABASE.user();
  private final UUID theirs = other.export();
  private final UUID own = user.export();
  private final Session api = DATABASE.login(Server.API);

  RowSecurityTest() throws SQLException {}

  @BeforeEach
  void actForTheUser() throws SQLException {
    api.connection().setAutoCommit(false);
    api.row(CALLER, "{\"sub\": \"%s\"}".formatted(user.id()));
  }

  @AfterEach
  void close() throws SQLException {
    api.close();
  }

  @Test
  void theApiSeesTheUsersRowsOnly() throws SQLException {
    assertThat(api.rows("SELECT id FROM scene_exports"))
        .extracting(row -> row.id("id"))
        .containsExactly(own);
  }

  @Test
  void theApiMakesRowsForTheUserOnly() throws SQLException {
    assertThat(api.run(INSERT, user.scene("0", "1"), user.id())).isEqualTo(1);

    assertThat(Refusal.of(() -> api.run(INSERT, user.scene("0", "1"), other.id())))
        .contains("violates row-level security policy");
  }

  @Test
  void theApiChangesAndDeletesTheUsersRowsOnly() throws SQLException {
    assertThat(api.run("UPDATE scene_exports SET idempotency_key = 'mine'")).isEqualTo(1);
    assertThat(api.run("DELETE FROM scene_exports WHERE id = ?", theirs)).isZero();
    assertThat(api.run("DELETE FROM scene_exports")).isEqualTo(1);
    api.connection().commit();

    assertThat(DATABASE.export(theirs).get("idempotency_key")).isNull();
  }

  @Test
  void theApiWithoutAUserSeesNothingNotEvenOnAConnectionThatServedOneBefore() throws SQLException {
    api.connection().commit();

    assertThat(api.rows("SELECT * FROM scene_exports")).isEmpty();
    assertThat(api.row("SELECT auth.uid() AS uid").get("uid")).isNull();
  }

  @Test
  void aFunctionLeavesNoUserBehindForTheNextStatement() throws SQLException {
    user.get(own);

    assertThat(DATABASE.as(Server.API).rows("SELECT * FROM scene_exports")).isEmpty();
  }

  @Test
  void theWorkerSeesEverybodysRows() throws SQLException {
    assertThat(DATABASE.as(Server.WORKER).rows("SELECT id FROM scene_exports"))
        .extracting(row -> row.id("id"))
        .contains(own, theirs);
  }

  @Test
  void theOwnerOfTheTableSeesNoneAndIsToldSoWhenItMigrates() throws SQLException {
    try (Session owner = DATABASE.login(Server.OWNER)) {
      assertThat(owner.rows("SELECT * FROM scene_exports")).isEmpty();
      assertThat(owner.run("UPDATE scene_exports SET notice = 'x'")).isZero();

      owner.run("SET row_security = off"); // what Flyway does
      assertThat(Refusal.of(() -> owner.run("UPDATE scene_exports SET notice = 'x'")))
          .contains("would be affected by row-level security policy");
    }
  }
}
