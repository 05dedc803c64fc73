package dev.shorts.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.migrate.Stack.Answer;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Migrations beside a platform that goes on working. */
@Isolated("Migrations of other tests take the processor for seconds")
class WriteLoadTest {

  private static final boolean WHOLE = System.getProperty("matrix", "").equals("whole");

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

  /** In the order of the foreign keys: policies and keys once locked the tables the other way. */
  private static final String[] UPLOAD = {
    "SELECT set_config('load.id', gen_random_uuid()::text, true)",
    "INSERT INTO auth.users VALUES (current_setting('load.id')::uuid)",
    "INSERT INTO videos SELECT id, id, 'a.mp4' FROM CAST(current_setting('load.id') AS uuid) id",
    "INSERT INTO scenes SELECT id, id, 0, 1 FROM CAST(current_setting('load.id') AS uuid) id",
    "DELETE FROM scenes WHERE id = current_setting('load.id')::uuid",
  };

  private static final int EXPORTS = WHOLE ? 2_000_000 : 100_000;
  private static final int EXPORTS_OF_A_SCENE = 10;

  /** Half of them can still be shown. */
  private static final String FILL =
      """
      INSERT INTO auth.users SELECT md5('user ' || n)::uuid FROM generate_series(1, 1000) n;
      INSERT INTO videos SELECT id, id, 'a.mp4' FROM auth.users;
      INSERT INTO scenes
      SELECT md5('scene ' || n)::uuid, md5('user ' || n %% 1000 + 1)::uuid, 0, 1 FROM generate_series(1, %1$d / %2$d) n;
      INSERT INTO scene_exports
          (scene_id, user_id, status, aspect_ratio_strategy, output_quality, created_at, expires_at)
      SELECT md5('scene ' || n / %2$d + 1)::uuid, md5('user ' || n / %2$d %% 1000 + 1)::uuid,
             (ARRAY['completed', 'failed', 'completed', 'pending'])[n %% 4 + 1], 'center_crop', 'high',
             past, past + interval '24 hours'
        FROM generate_series(0, %1$d - 1) n,
             LATERAL (SELECT now() - n %% 2 * interval '3 days' - n %% 83000 * interval '1.001 s' AS past) made;
      CREATE INDEX ON scene_exports (scene_id);
      CREATE INDEX idx_scene_exports_user_id ON scene_exports (user_id);
      CREATE INDEX idx_scene_exports_expires_at ON scene_exports (expires_at);
      """
          .formatted(EXPORTS, EXPORTS_OF_A_SCENE);

  private final Platform platform = new Platform();
  private final Stack stack = platform.stack();

  WriteLoadTest() throws Exception {}

  private static Stream<Arguments> runs() {
    return IntStream.range(0, WHOLE ? 13 : 3)
        .mapToObj(run -> Arguments.of(run, run % 2 == 0 ? "ENABLE" : "DISABLE"));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void noWriteOfThePlatformFailsOrWaitsLong(int run, String rowSecurity) throws Exception {
    platform.hasContract();
    platform.has("ALTER TABLE videos %1$s ROW LEVEL SECURITY".formatted(rowSecurity));
    platform.has("ALTER TABLE scenes %1$s ROW LEVEL SECURITY".formatted(rowSecurity));
    Map<String, Duration> longest;
    try (var load = new WriteLoad(stack.database())) {
      for (int i = 0; i < 4; i++) {
        load.repeat(Duration.ofMillis(1), UPLOAD);
      }

      assertThat(stack.deliver("Create")).isEqualTo(Answer.SUCCESS);

      longest = load.end();
    }
    assertThat(longest).hasSize(5).allSatisfy(WriteLoadTest::isShort);
  }

  @Test
  void aLargeTableOfExportsStaysInUse() throws Exception {
    platform.hasContract();
    Server.settle(Server.RELATIVE, stack.database(), "uid", "scene_exports");
    platform.has(FILL);
    Map<String, Duration> longest;
    try (var load = new WriteLoad(stack.database())) {
      var pause = Duration.ofMillis(10);
      load.repeat(pause, "SELECT id FROM scene_exports LIMIT 1");
      load.repeat(
          pause,
          "DELETE FROM scenes WHERE id = (SELECT md5('scene ' || (random() * 9000)::int)::uuid)");
      load.repeat(
          pause, "DELETE FROM scene_exports WHERE id = (SELECT id FROM scene_exports LIMIT 1)");
      load.repeat(pause, UPLOAD);

      assertThat(stack.deliver("Create")).isEqualTo(Answer.SUCCESS);

      longest = load.end();
    }
    assertThat(longest).allSatisfy(WriteLoadTest::isShort);
    assertThat(
            platform.count(
                "scene_exports WHERE (deadline_at <> created_at + interval '2 hours') = (expires_at"
                    + " + interval '24 hours' > now())"))
        .isEqualTo("0");
  }

  private static void isShort(String statement, Duration longest) {
    assertThat(longest).as(statement).isLessThan(LONGEST_WAIT);
  }
}
