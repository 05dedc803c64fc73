package dev.shorts.database.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.database.driver.Database;
import dev.shorts.database.driver.Ids;
import dev.shorts.database.driver.Request;
import dev.shorts.database.driver.Row;
import dev.shorts.database.driver.Server;
import dev.shorts.database.driver.Session;
import dev.shorts.database.driver.User;
import dev.shorts.database.driver.Worker;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times of type real, whose cast to numeric keeps six digits. */
class RealTimesTest {

  private static final Database DATABASE = database();

  private final User user = DATABASE.user();

  RealTimesTest() throws SQLException {}

  @ParameterizedTest
  @CsvSource({
    "12345.678, 12350.25, 1",
    "100000.25, 100100.5, 1",
    "0.1, 180.1, 1",
    "12345.678, 12350.25, 0"
  })
  void keepAllTheirDigits(BigDecimal start, BigDecimal end, String extraFloatDigits)
      throws SQLException {
    UUID scene = user.scene(start.toPlainString(), end.toPlainString());
    try (Session api = DATABASE.login(Server.API);
        Session worker = DATABASE.login(Server.WORKER)) {
      for (Session session : new Session[] {api, worker}) {
        session.run("SET extra_float_digits = " + extraFloatDigits);
      }

      Row created = Request.of(scene).by(user, api);
      UUID export = created.id("export_id");
      Row claim = new Worker(worker, Ids.next()).claim(export);

      assertThat(created.text("outcome")).isEqualTo("created");
      assertThat((BigDecimal) created.get("scene_duration_s"))
          .isEqualByComparingTo(end.subtract(start));
      assertThat((BigDecimal) claim.get("start_s")).isEqualByComparingTo(start);
      assertThat((BigDecimal) claim.get("end_s")).isEqualByComparingTo(end);
    }
  }

  /** A row from before our columns gets the times when it is claimed. */
  @ParameterizedTest
  @CsvSource({"12345.678, 12350.25"})
  void areReadTheSameWhenARowFromBeforeIsClaimed(BigDecimal start, BigDecimal end)
      throws SQLException {
    UUID export =
        Request.of(user.scene(start.toPlainString(), end.toPlainString())).by(user).id("export_id");
    DATABASE
        .superuser()
        .run(
            "UPDATE scene_exports SET scene_start_s = NULL, scene_end_s = NULL WHERE id = ?",
            export);

    Row claim = Worker.on(DATABASE).claim(export);

    assertThat((BigDecimal) claim.get("start_s")).isEqualByComparingTo(start);
    assertThat((BigDecimal) claim.get("end_s")).isEqualByComparingTo(end);
  }

  private static Database database() {
    try {
      Database database = Server.migrated();
      database.superuser().run("ALTER TABLE scenes ALTER start_s TYPE real, ALTER end_s TYPE real");
      return database;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
