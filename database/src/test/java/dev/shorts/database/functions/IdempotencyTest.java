package dev.shorts.database.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.database.driver.AtOnce;
import dev.shorts.database.driver.Database;
import dev.shorts.database.driver.Ids;
import dev.shorts.database.driver.Request;
import dev.shorts.database.driver.Row;
import dev.shorts.database.driver.Server;
import dev.shorts.database.driver.User;
import dev.shorts.database.driver.Worker;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdempotencyTest {

  private static final Database DATABASE = Server.migrated();

  private final User user = DATABASE.user();
  private final Request request = Request.of(user.scene("0", "10")).withKey("k-1");

  IdempotencyTest() throws SQLException {}

  @Test
  void aHundredRequestsAtOnceWithOneKeyAreOneExport() throws Exception {
    var answers = AtOnce.ask(100, DATABASE, Server.API, api -> request.again().by(user, api));

    assertThat(answers).filteredOn(row -> row.text("outcome").equals("created")).hasSize(1);
    assertThat(answers).filteredOn(row -> row.text("outcome").equals("replayed")).hasSize(99);
    assertThat(answers).extracting(row -> row.id("export_id")).containsOnly(theOnlyExport());
    assertThat(answers).extracting(row -> row.number("current_count")).containsOnly(1);
  }

  @Test
  void atTheLastPlaceOfTheQuotaToo() throws Exception {
    for (int i = 0; i < 9; i++) {
      user.export();
    }

    var answers = AtOnce.ask(30, DATABASE, Server.API, api -> request.again().by(user, api));

    assertThat(answers).extracting(row -> row.text("outcome")).doesNotContain("limit_exceeded");
    assertThat(answers).filteredOn(row -> row.text("outcome").equals("created")).hasSize(1);
  }

  @Test
  void theSameRequestGetsItsExportAsItIsNow() throws SQLException {
    UUID export = request.by(user).id("export_id");
    Worker.on(DATABASE).claim(export);

    Row replayed = request.again().by(user);

    assertThat(replayed.text("outcome")).isEqualTo("replayed");
    assertThat(replayed.id("export_id")).isEqualTo(export);
    assertThat(replayed.text("status")).isEqualTo("processing");
    assertThat(replayed.yes("claimed")).isTrue();
  }

  @Test
  void itCostsNoQuotaAndNeedsNone() throws SQLException {
    request.by(user);
    for (int i = 0; i < 9; i++) {
      user.export();
    }

    Row replayed = request.again().by(user);

    assertThat(replayed.text("outcome")).isEqualTo("replayed");
    assertThat(replayed.number("current_count")).isEqualTo(10);
  }

  @Test
  void itIsFoundEvenIfTheSceneWouldBeRefusedByNow() throws SQLException {
    request.by(user);
    DATABASE.superuser().run("UPDATE scenes SET end_s = 500 WHERE id = ?", request.scene());

    assertThat(request.again().by(user).text("outcome")).isEqualTo("replayed");
  }

  @ParameterizedTest
  @CsvSource({"letterbox, high", "center_crop, medium"})
  void otherOptionsWithTheSameKeyAreRefusedAndToldNothing(String strategy, String quality)
      throws SQLException {
    request.by(user);

    Row refused =
        new Request(Ids.next(), request.scene(), strategy, quality, request.key()).by(user);

    assertThat(refused.text("outcome")).isEqualTo("key_reused");
    assertThat(refused.get("export_id")).isNull();
    assertThat(refused.get("status")).isNull();
  }

  @Test
  void anotherSceneWithTheSameKeyIsRefusedWhetherItExistsOrNot() throws SQLException {
    request.by(user);

    Row refused = Request.of(user.scene("0", "5")).withKey(request.key()).by(user);

    assertThat(refused.text("outcome")).isEqualTo("key_reused");
    assertThat(Request.of(Ids.next()).withKey(request.key()).by(user)).isEqualTo(refused);
  }

  @Test
  void aKeyIsForgottenWhenItsExportExpires() throws SQLException {
    UUID expired = request.by(user).id("export_id");
    DATABASE.age(expired, "24 hours");

    Row created = request.again().by(user);

    assertThat(created.text("outcome")).isEqualTo("created");
    assertThat(created.id("export_id")).isNotEqualTo(expired);
    assertThat(request.again().by(user).id("export_id")).isEqualTo(created.id("export_id"));
  }

  @Test
  void twoUsersMayUseTheSameKey() throws SQLException {
    request.by(user);
    User other = DATABASE.user();

    Row created = Request.of(other.scene("0", "10")).withKey(request.key()).by(other);

    assertThat(created.text("outcome")).isEqualTo("created");
  }

  @Test
  void aRefusedRequestLeavesItsKeyFree() throws SQLException {
    Request.of(Ids.next()).withKey(request.key()).by(user);

    assertThat(request.by(user).text("outcome")).isEqualTo("created");
  }

  private UUID theOnlyExport() throws SQLException {
    return DATABASE
        .superuser()
        .row("SELECT id FROM scene_exports WHERE user_id = ?", user.id())
        .id("id");
  }
}
