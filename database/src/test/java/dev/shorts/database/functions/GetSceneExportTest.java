package dev.shorts.database.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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

class GetSceneExportTest {

  private static final Database DATABASE = Server.migrated();

  private final User user = DATABASE.user();
  private final UUID export = user.export();

  GetSceneExportTest() throws SQLException {}

  @Test
  void showsACompletedExport() throws SQLException {
    Worker worker = Worker.on(DATABASE);
    worker.claim(export);
    worker.complete(export);

    Row shown = user.get(export).getFirst();

    assertThat(shown.text("status")).isEqualTo("completed");
    assertThat(shown.text("storage_path")).isEqualTo("a.mp4");
    assertThat(shown.number("file_size_bytes")).isEqualTo(1000);
    assertThat(shown.get("duration_s")).isEqualTo(44.5);
    assertThat(shown.text("resolution")).isEqualTo("1080x1920");
    assertThat(shown.time("completed_at"))
        .isBetween(shown.time("created_at"), shown.time("expires_at"));
    assertThat(shown.yes("expired")).isFalse();
    assertThat(shown.number("expires_in_s")).isCloseTo(86_400, within(60));
  }

  @Test
  void showsNothingToAnotherUser() throws SQLException {
    assertThat(DATABASE.user().get(export)).isEmpty();
  }

  @Test
  void showsNothingWhereNothingIs() throws SQLException {
    assertThat(user.get(Ids.next())).isEmpty();
  }

  @Test
  void tellsForADayThatItHasExpired() throws SQLException {
    DATABASE.age(export, "24 hours");
    Row expired = user.get(export).getFirst();
    assertThat(expired.yes("expired")).isTrue();
    assertThat(expired.number("expires_in_s")).isZero();

    DATABASE.age(export, "24 hours");
    assertThat(user.get(export)).isEmpty();
  }

  @Test
  void anUnsentExportIsTakenBackAndSaidToBeSoEachTime() throws SQLException {
    assertThat(user.takeBack(export)).isTrue();
    assertThat(user.get(export)).isEmpty();
    assertThat(user.takeBack(export)).isTrue();
  }

  @Test
  void oneThatWasEverClaimedIsNotTakenBack() throws SQLException {
    Worker worker = Worker.on(DATABASE);
    worker.claim(export);
    worker.release(export);

    assertThat(user.takeBack(export)).isFalse();
  }

  @Test
  void oneWithAKeyIsNotTakenBack() throws SQLException {
    UUID kept = Request.of(user.scene("0", "5")).withKey("k").by(user).id("export_id");

    assertThat(user.takeBack(kept)).isFalse();
  }

  @Test
  void oneOfAnotherUserIsNotTakenBack() throws SQLException {
    DATABASE.user().takeBack(export);

    assertThat(user.get(export)).hasSize(1);
  }
}
