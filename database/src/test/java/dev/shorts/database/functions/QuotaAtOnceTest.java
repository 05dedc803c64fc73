package dev.shorts.database.functions;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.database.driver.AtOnce;
import dev.shorts.database.driver.Database;
import dev.shorts.database.driver.Request;
import dev.shorts.database.driver.Server;
import dev.shorts.database.driver.User;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** The quota while many ask, each in a session of its own. */
class QuotaAtOnceTest {

  private static final Database DATABASE = Server.migrated();

  private final User user = DATABASE.user();
  private final UUID scene = user.scene("0", "10");

  QuotaAtOnceTest() throws SQLException {}

  @RepeatedTest(3)
  void ofFiftyRequestsAtOnceWithNineUsedExactlyOneIsAccepted() throws Exception {
    use(user, scene, 9);

    var answers = AtOnce.ask(50, DATABASE, Server.API, api -> Request.of(scene).by(user, api));

    assertThat(answers).filteredOn(row -> row.text("outcome").equals("created")).hasSize(1);
    assertThat(answers).filteredOn(row -> row.text("outcome").equals("limit_exceeded")).hasSize(49);
    assertThat(stored(user)).isEqualTo(10);
  }

  @Test
  void ofFiftyRequestsAtOnceWithNoneUsedTenAreAccepted() throws Exception {
    var answers = AtOnce.ask(50, DATABASE, Server.API, api -> Request.of(scene).by(user, api));

    assertThat(answers).filteredOn(row -> row.text("outcome").equals("created")).hasSize(10);
    assertThat(stored(user)).isEqualTo(10);
  }

  @Test
  void ofTwentyUsersAtOnceEachGetsTheOnePlaceThatIsLeftWithAKeyOrWithout() throws Exception {
    var users = new ArrayList<User>();
    var calls = new ConcurrentLinkedQueue<AtOnce.Call>();
    for (int i = 0; i < 20; i++) {
      User each = DATABASE.user();
      UUID theirScene = each.scene("0", "10");
      DATABASE.age(Request.of(theirScene).by(each).id("export_id"), "24 hours");
      use(each, theirScene, 9);
      Request keyed = Request.of(theirScene).withKey("k");
      users.add(each);
      calls.addAll(nCopies(2, api -> keyed.again().by(each, api)));
      calls.addAll(nCopies(3, api -> Request.of(theirScene).by(each, api)));
    }

    var answers = AtOnce.ask(calls.size(), DATABASE, Server.API, api -> calls.remove().on(api));

    assertThat(answers).filteredOn(row -> row.text("outcome").equals("created")).hasSize(20);
    assertThat(answers)
        .extracting(row -> row.text("outcome"))
        .containsOnly("created", "replayed", "limit_exceeded");
    for (User each : users) {
      assertThat(stored(each)).as("and the one that left").isEqualTo(11);
    }
  }

  private static void use(User user, UUID scene, int exports) throws SQLException {
    for (int i = 0; i < exports; i++) {
      Request.of(scene).by(user);
    }
  }

  private static int stored(User user) throws SQLException {
    return DATABASE
        .superuser()
        .row("SELECT count(*) AS n FROM scene_exports WHERE user_id = ?", user.id())
        .number("n");
  }
}
