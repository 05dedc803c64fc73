package dev.shorts.migrate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.migrate.Stack.Answer;
import dev.shorts.migrate.catalog.CreateTables;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tables as platforms have them: each is refused in one message that changes nothing, and served
 * once docs/adopting.md was followed.
 */
@Execution(ExecutionMode.CONCURRENT)
class RealPlatformsTest {

  private static final String USER = "00000000-0000-4000-8000-000000000001";
  private static final String SCENE = "00000000-0000-4000-8000-000000000004";

  private final Platform platform = new Platform();

  RealPlatformsTest() throws SQLException {}

  @Test
  void rowsOfAUserIdAreServedByGeneratedColumns() throws Exception {
    has("user_id");
    isRefusedWith("user_id");

    has("user_id_columns");
    isServed(platform.stack(), USER, SCENE, "uploads/holiday.mp4 12.5 57");
  }

  @Test
  void timesThatAreNoNumbersAreServedByGeneratedColumns() throws Exception {
    has("times");
    isRefusedWith("times");

    has("times_columns");
    isServed(platform.stack(), USER, SCENE, "uploads/holiday.mp4 3612.5 3657");
  }

  @Test
  void timesAsPlayersShowThemAreCountedAndRefused() throws Exception {
    has("times");
    platform.has(
        "ALTER TABLE scenes DROP start_s, DROP end_s, ADD end_s int;"
            + " ALTER TABLE scenes RENAME start_label TO start_s");

    isRefusedWith("time_texts");
  }

  @ParameterizedTest
  @CsvSource({
    "numbers, 41, 9",
    "texts, user_2NNEqL2nrIRdJ194ndJqAHwEfxC, clh3am8jj0002v8l3d0jz5n4k"
  })
  void otherIdsAreServedByCopiesOnceTheTablesHaveASchemaOfTheirOwn(
      String ids, String user, String scene) throws Exception {
    has(ids);
    isRefusedWith(ids);

    has("move");
    Server.sql(
        platform.stack().database(),
        "ALTER DATABASE %s SET search_path = app, public".formatted(platform.stack().database()));
    Stack stack = platform.stack().with(CreateTables.YES);
    assertThat(stack.deliver("Create")).isEqualTo(Answer.SUCCESS);
    stack.login(stack.owner()).sql(file(ids + "_copies.sql"));
    has("triggers");
    platform.has("UPDATE scenes SET id = id"); // without the schema, as the platform does it
    isServed(stack, id("user", user), id("scene", scene), "uploads/holiday.mp4 12.5 57");
  }

  private void isRefusedWith(String misses) throws SQLException, IOException {
    var lines = platform.refusal().lines().filter(line -> line.matches("\\d+\\. .*"));
    assertThat(lines).containsExactlyElementsOf(file(misses + ".txt").lines().toList());
  }

  private void isServed(Stack stack, String user, String scene, String claimed) throws Exception {
    assertThat(stack.deliver("Create")).isEqualTo(Answer.SUCCESS);
    ExportLife.on(stack, Server.SUPERUSER).run(user, scene, claimed);
  }

  /** As a copy has it. */
  private String id(String kind, String id) throws SQLException {
    return Server.sql(platform.stack().database(), "SELECT md5('%s %s')::uuid".formatted(kind, id))
        .getFirst();
  }

  private void has(String part) throws SQLException, IOException {
    platform.has(file(part + ".sql"));
  }

  private static String file(String name) throws IOException {
    try (var file = RealPlatformsTest.class.getResourceAsStream("/platforms/" + name)) {
      return new String(file.readAllBytes(), UTF_8);
    }
  }
}
