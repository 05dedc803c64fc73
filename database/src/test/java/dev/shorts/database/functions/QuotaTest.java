package dev.shorts.database.functions;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.database.driver.Database;
import dev.shorts.database.driver.Request;
import dev.shorts.database.driver.Row;
import dev.shorts.database.driver.Server;
import dev.shorts.database.driver.Session;
import dev.shorts.database.driver.User;
import dev.shorts.database.driver.Worker;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuotaTest {

  private static final Database DATABASE = Server.migrated();
  private static final int HOUR = 3600;

  private final User user = DATABASE.user();
  private final UUID scene = user.scene("0", "10");

  QuotaTest() throws SQLException {}

  @Test
  void eachAnswerTellsTheCountWithItself() throws SQLException {
    assertThat(ask().number("current_count")).isEqualTo(1);
    assertThat(ask().number("current_count")).isEqualTo(2);
  }

  @Test
  void theNextIsLetInWhenTheOldestOfTenLeavesTheWindow() throws SQLException {
    Row refused = askAfterExportsOf(hours(14, 23));

    assertThat(refused.text("outcome")).isEqualTo("limit_exceeded");
    assertThat(refused.number("current_count")).isEqualTo(10);
    assertThat(refused.number("next_allowed_in_s")).isEqualTo(HOUR);
    assertThat(refused.number("limit_resets_in_s")).isEqualTo(HOUR);
  }

  @Test
  void withMoreThanTenItTakesUntilOnlyNineAreLeft() throws SQLException {
    Row refused = askAfterExportsOf(hours(1, 12));

    assertThat(refused.number("current_count")).isEqualTo(12);
    assertThat(refused.number("next_allowed_in_s")).isEqualTo(14 * HOUR);
    assertThat(refused.number("limit_resets_in_s")).isEqualTo(12 * HOUR);
  }

  @Test
  void exportsOfExactlyADayAgoHaveLeftTheWindow() throws SQLException {
    Row created = askAfterExportsOf(nCopies(10, "24 hours"));

    assertThat(created.text("outcome")).isEqualTo("created");
    assertThat(created.number("current_count")).isEqualTo(1);
    assertThat(created.number("limit_resets_in_s")).isEqualTo(24 * HOUR);
  }

  @Test
  void aRefusalLastsAtLeastASecond() throws SQLException {
    Row refused = askAfterExportsOf(nCopies(10, "23:59:59.5"));

    assertThat(refused.text("outcome")).isEqualTo("limit_exceeded");
    assertThat(refused.number("next_allowed_in_s")).isEqualTo(1);
  }

  @Test
  void aFailedExportCountsAndOneTakenBackDoesNot() throws SQLException {
    UUID failed = use(1);
    Worker worker = Worker.on(DATABASE);
    worker.claim(failed);
    worker.fail(failed);
    user.takeBack(use(1));

    assertThat(ask().number("current_count")).isEqualTo(2);
  }

  @Test
  void othersExportsAreNotCounted() throws SQLException {
    DATABASE.user().export();

    assertThat(ask().number("current_count")).isEqualTo(1);
  }

  private Row ask() throws SQLException {
    return Request.of(scene).by(user);
  }

  private UUID use(int exports) throws SQLException {
    UUID last = null;
    for (int i = 0; i < exports; i++) {
      last = ask().id("export_id");
    }
    return last;
  }

  /** All in one transaction, in which the clock stands still. */
  private Row askAfterExportsOf(List<String> ages) throws SQLException {
    try (Session session = DATABASE.login(Server.SUPERUSER)) {
      session.connection().setAutoCommit(false);
      for (String age : ages) {
        session.run(
            """
            INSERT INTO scene_exports
                (scene_id, user_id, aspect_ratio_strategy, output_quality, created_at)
            VALUES (?, ?, 'center_crop', 'high', now() - CAST(? AS interval))
            """,
            scene,
            user.id(),
            age);
      }
      session.run("SET LOCAL ROLE \"%s\"".formatted(Server.API));
      return Request.of(scene).by(user, session);
    }
  }

  private static List<String> hours(int newest, int oldest) {
    return IntStream.rangeClosed(newest, oldest).mapToObj(hours -> hours + " hours").toList();
  }
}
