package dev.shorts.database.functions;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.database.driver.Database;
import dev.shorts.database.driver.Ids;
import dev.shorts.database.driver.Request;
import dev.shorts.database.driver.Row;
import dev.shorts.database.driver.Server;
import dev.shorts.database.driver.User;
import dev.shorts.database.driver.Worker;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every SQL function, as the catalog has it, with arguments that are not meant well. */
class HostileArgumentsTest {

  private static final Database DATABASE = Server.migrated();
  private static final List<String> SQL =
      List.of(
          "'",
          "'; UPDATE scene_exports SET idempotency_key = 'mine'; --",
          "'); DELETE FROM scene_exports; --",
          "' OR true --",
          "$$; DELETE FROM scene_exports; $$",
          "\\'; TRUNCATE scene_exports CASCADE; --",
          "%s %I %L %1$s",
          "{\"sub\": \"00000000-0000-0000-0000-000000000000\"}",
          "\u202e\ufeff\ud83d\ude00");

  private static final String CHECK_VIOLATION = "23514";
  private static final String UNIQUE_VIOLATION = "23505";

  private final User user = DATABASE.user();
  private final User other = DATABASE.user();
  private final UUID theirs = other.export();

  HostileArgumentsTest() throws SQLException {}

  /** A function, who may call it, and what it takes, types as PostgreSQL names them. */
  private record Function(String role, String name, List<String> types) {

    static Function of(Row row) {
      var types = Arrays.asList(row.text("types").split(","));
      return new Function(row.text("role"), row.text("name"), types);
    }

    String call() {
      return types.stream()
          .map("CAST(? AS %s)"::formatted)
          .collect(joining(", ", "SELECT * FROM " + name + "(", ")"));
    }

    /** Arguments by type. */
    Object[] arguments(Object id, String text) {
      return types.stream()
          .map(
              type ->
                  switch (type) {
                    case "uuid" -> id;
                    case "uuid[]" -> "{" + id + "}";
                    case "text" -> text;
                    case "boolean" -> true;
                    case "scene_exports" -> null;
                    default -> 100;
                  })
          .toArray();
    }
  }

  static List<Function> functionsWithText() throws SQLException {
    var all = new ArrayList<Function>();
    all.addAll(functions(Server.API));
    all.addAll(functions(Server.WORKER));
    all.removeIf(function -> !function.types().contains("text"));
    return all;
  }

  static List<Function> functionsOfTheApi() throws SQLException {
    return functions(Server.API);
  }

  private static List<Function> functions(String role) throws SQLException {
    return DATABASE
        .superuser()
        .rows(
            """
            SELECT CAST(? AS text) AS role, proname::text AS name,
                   (SELECT string_agg(format_type(type, NULL), ',' ORDER BY at)
                      FROM unnest(proargtypes) WITH ORDINALITY AS given (type, at)) AS types
              FROM pg_proc
             WHERE pronamespace = 'public'::regnamespace AND has_function_privilege(?, oid, 'EXECUTE')
            """,
            role,
            role)
        .stream()
        .map(Function::of)
        .toList();
  }

  /** Run, it would be an error of syntax, or of a right that is not there, or it would do it. */
  @ParameterizedTest
  @MethodSource("functionsWithText")
  void textIsNeverRun(Function function) throws SQLException {
    List<Row> before = everything();

    for (String text : SQL) {
      attempt(function, function.arguments(Ids.next(), text));
    }

    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void textIsKeptAsItCame() throws SQLException {
    for (String text : SQL) {
      UUID completed = user.export();
      Worker worker = Worker.on(DATABASE);
      worker.claim(completed);
      worker
          .session()
          .row(
              "SELECT * FROM complete_scene_export(?, ?, ?, 1, 1, ?, ?)",
              completed,
              worker.token(),
              text,
              text,
              text);
      assertThat(DATABASE.export(completed).text("storage_path")).isEqualTo(text);
      assertThat(DATABASE.export(completed).text("notice")).isEqualTo(text);

      DATABASE.age(completed, "25 hours");
      Row keyed = Request.of(user.scene("0", "1")).withKey(text).by(user);
      assertThat(DATABASE.export(keyed.id("export_id")).text("idempotency_key")).isEqualTo(text);
      DATABASE.age(keyed.id("export_id"), "25 hours");
    }
  }

  /** Whatever id stands in whatever place: nothing of another's is changed or shown. */
  @ParameterizedTest
  @MethodSource("functionsOfTheApi")
  void othersIdsAreOfNoUseToTheApi(Function function) throws SQLException {
    List<Row> before = everything();
    UUID scene = DATABASE.export(theirs).id("scene_id");

    for (UUID id : List.of(theirs, scene, other.video())) {
      for (int caller = 0; caller < function.types().size(); caller++) {
        Object[] arguments = function.arguments(id, "center_crop");
        if (arguments[caller] != id) {
          continue;
        }
        arguments[caller] = user.id();
        for (Row shown : attempt(function, arguments)) {
          assertThat(shown.values().values())
              .doesNotContain(theirs, scene, other.id(), "holiday.mp4");
        }
      }
    }

    assertThat(everything()).isEqualTo(before);
  }

  /** The rows of the answer; none if a value is refused as such. */
  private static List<Row> attempt(Function function, Object[] arguments) {
    try {
      return DATABASE.as(function.role()).rows(function.call(), arguments);
    } catch (SQLException e) {
      assertThat(e.getSQLState()).as(e.getMessage()).isIn(CHECK_VIOLATION, UNIQUE_VIOLATION);
      return List.of();
    }
  }

  private static List<Row> everything() throws SQLException {
    var rows = new ArrayList<Row>();
    for (String table : List.of("scene_exports", "scenes", "videos", "auth.users")) {
      rows.addAll(DATABASE.superuser().rows("SELECT * FROM %s ORDER BY id".formatted(table)));
    }
    return rows;
  }
}
