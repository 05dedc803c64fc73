package dev.shorts.database.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shorts.database.driver.Database;
import dev.shorts.database.driver.Ids;
import dev.shorts.database.driver.Request;
import dev.shorts.database.driver.Row;
import dev.shorts.database.driver.Server;
import dev.shorts.database.driver.Session;
import dev.shorts.database.driver.User;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CreateSceneExportTest {

  private static final Database DATABASE = Server.migrated();

  private final User user = DATABASE.user();

  CreateSceneExportTest() throws SQLException {}

  @Test
  void storesAPendingExportOfTheSceneAsItIsNow() throws SQLException {
    var request = new Request(Ids.next(), user.scene("12.5", "57"), "letterbox", "medium", null);

    Row created = request.by(user);

    assertThat(created.text("outcome")).isEqualTo("created");
    assertThat(created.id("export_id")).isEqualTo(request.id());
    assertThat(created.text("status")).isEqualTo("pending");
    assertThat(created.yes("claimed")).isFalse();
    Row stored = DATABASE.export(request.id());
    assertThat(stored.id("user_id")).isEqualTo(user.id());
    assertThat(stored.id("scene_id")).isEqualTo(request.scene());
    assertThat(stored.text("aspect_ratio_strategy")).isEqualTo("letterbox");
    assertThat(stored.text("output_quality")).isEqualTo("medium");
    assertThat(stored.get("scene_start_s")).isEqualTo(new BigDecimal("12.5"));
    assertThat(stored.get("scene_end_s")).isEqualTo(new BigDecimal("57"));
    assertThat(stored.text("source_path")).isEqualTo("holiday.mp4");
  }

  @Test
  void expiresAfterADayAndIsDueAfterTwoHoursInWholeSeconds() throws SQLException {
    Row stored = DATABASE.export(user.export());

    Instant created = stored.time("created_at");
    assertThat(created).isEqualTo(created.truncatedTo(ChronoUnit.SECONDS));
    assertThat(stored.time("expires_at")).isEqualTo(created.plus(Duration.ofHours(24)));
    assertThat(stored.time("deadline_at")).isEqualTo(created.plus(Duration.ofHours(2)));
  }

  @Test
  void theSameIdAgainIsTheSameExport() throws SQLException {
    var request = Request.of(user.scene("0", "10"));
    Row first = request.by(user);

    // A second may pass between the two.
    assertThat(without(request.by(user), "limit_resets_in_s"))
        .isEqualTo(without(first, "start_s", "end_s", "scene_duration_s", "limit_resets_in_s"));
  }

  @Test
  void aSceneOfSomeoneElseLooksLikeNone() throws SQLException {
    Row theirs = Request.of(DATABASE.user().scene("0", "10")).by(user);
    Row none = Request.of(Ids.next()).by(user);

    assertThat(theirs.text("outcome")).isEqualTo("scene_not_found");
    assertThat(theirs).isEqualTo(none);
  }

  @Test
  void refusesToCountUnderAnIsolationThatHidesWhatOthersInsert() throws SQLException {
    var request = Request.of(user.scene("0", "10"));
    try (Session api = DATABASE.login(Server.API)) {
      api.connection().setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);

      assertThatThrownBy(() -> request.by(user, api)).hasMessageContaining("READ COMMITTED");
    }
  }

  @Test
  void waitsThreeSecondsForAnotherRequestOfTheSameUserAndNoLonger() throws SQLException {
    UUID scene = user.scene("0", "10");
    try (Session slow = DATABASE.login(Server.API)) {
      slow.connection().setAutoCommit(false);
      Request.of(scene).by(user, slow);

      assertThatThrownBy(() -> Request.of(scene).by(user))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("55P03"));
      assertThat(DATABASE.user().export()).as("another user need not wait").isNotNull();
    }
  }

  private static Row without(Row row, String... columns) {
    var values = new LinkedHashMap<>(row.values());
    for (String column : columns) {
      values.put(column, null);
    }
    return new Row(values);
  }
}
