package dev.shorts.database.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.database.driver.Database;
import dev.shorts.database.driver.Request;
import dev.shorts.database.driver.Row;
import dev.shorts.database.driver.Server;
import dev.shorts.database.driver.User;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Other people's scenes may well have floating point times. */
@ParameterizedClass
@ValueSource(strings = {"numeric", "double precision"})
class SceneLengthTest {

  private static final Map<String, Database> DATABASES = new HashMap<>();

  private final User user;

  SceneLengthTest(String type) throws SQLException {
    user = database(type).user();
  }

  @ParameterizedTest
  @CsvSource({"0, 180", "0.1, 180.1", "33.3, 213.3", "1234.567, 1414.567", "-5, 175"})
  void exactly180SecondsAreAllowed(String start, String end) throws SQLException {
    assertThat(export(start, end).text("outcome")).isEqualTo("created");
  }

  @ParameterizedTest
  @CsvSource({"0, 180.001, 180.001", "10.1, 255.4, 245.3", "0, 1e9, 1000000000"})
  void moreIsTooLong(String start, String end, BigDecimal length) throws SQLException {
    Row refused = export(start, end);

    assertThat(refused.text("outcome")).isEqualTo("scene_too_long");
    assertThat((BigDecimal) refused.get("scene_duration_s")).isEqualByComparingTo(length);
  }

  @ParameterizedTest
  @CsvSource({
    "10, 10",
    "10, 9.999",
    "NaN, 10",
    "0, NaN",
    "NaN, NaN",
    "0, Infinity",
    "-Infinity, 10",
    "-Infinity, Infinity"
  })
  void timesThatSpanNothingOrAreNoNumbersAreEmpty(String start, String end) throws SQLException {
    Row refused = export(start, end);

    assertThat(refused.text("outcome")).isEqualTo("scene_empty");
    assertThat(refused.text("start_s")).isEqualTo(start);
    assertThat(refused.text("end_s")).isEqualTo(end);
  }

  private Row export(String start, String end) throws SQLException {
    return Request.of(user.scene(start, end)).by(user);
  }

  private static Database database(String type) throws SQLException {
    if (!DATABASES.containsKey(type)) {
      Database database = Server.migrated();
      database
          .superuser()
          .run("ALTER TABLE scenes ALTER start_s TYPE %1$s, ALTER end_s TYPE %1$s".formatted(type));
      DATABASES.put(type, database);
    }
    return DATABASES.get(type);
  }
}
