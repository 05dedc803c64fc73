package dev.shorts.it.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.it.http.Eventually;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Checks properties that every export has, whatever happened to it. */
public final class Invariants {

  private static final Duration UNTIL_MESSAGES_ARE_GONE = Duration.ofSeconds(90);

  private Invariants() {}

  /** Once a user's exports are finished. */
  public static void hold(Platform platform, User user) {
    var wrong =
        platform.sql(
            """
            select to_json(e) from scene_exports e
             where user_id = ?::uuid
               and not (status = 'completed' and storage_path = 'exports/' || user_id || '/' || id || '.mp4'
                          and file_size_bytes > 0 and duration_s > 0 and resolution = '1080x1920'
                          and error_message is null and completed_at >= created_at and attempts between 1 and 3
                        or status = 'failed' and storage_path is null and length(error_message) > 20
                          and completed_at >= created_at and attempts <= 3)
            """,
            user.id());
    assertThat(wrong).isEmpty();
    platform
        .sql(
            "select id from scene_exports where user_id = ?::uuid and expires_at > now()",
            user.id())
        .forEach(id -> shown(platform, user, id));
  }

  /** Once nothing goes wrong any more, and all exports are finished. */
  public static void nothingIsLeft(Platform platform) {
    Eventually.within(
        UNTIL_MESSAGES_ARE_GONE,
        () -> assertThat(platform.queues().messages()).as("messages").isZero());
    assertThat(programs()).as("programs of no job").isEmpty();
    assertThat(platform.bucket().exports())
        .as("files, one of each completed export")
        .containsAll(
            platform.sql(
                """
                select storage_path from scene_exports
                 where status = 'completed' and file_deleted_at is null
                """));
    everythingGoes(platform);
  }

  /** What other exports may have left goes too when their time has come. */
  private static void everythingGoes(Platform platform) {
    platform.sql("update scene_exports set expires_at = now()");
    platform.fire("CleanupFunctionExpire");
    assertThat(platform.bucket().exports()).as("files when all has expired").isEmpty();
    platform.sql("update scene_exports set expires_at = now() - interval '1 day'");
    platform.fire("CleanupFunctionExpire");
    assertThat(platform.sql("select to_json(e) from scene_exports e"))
        .as("rows a day later")
        .isEmpty();
  }

  private static void shown(Platform platform, User user, String export) {
    var answer = user.get(export);
    assertThat(answer.status()).as(answer.shown()).isEqualTo(200);
    if (answer.text("status").equals("completed")) {
      assertThat(platform.exportedFile("exports/%s/%s.mp4".formatted(user.id(), export)))
          .contains(((Number) answer.field("file_size_bytes")).longValue());
    }
  }

  private static List<String> programs() {
    return ProcessHandle.current()
        .descendants()
        .flatMap(child -> Stream.of(child.info().command().orElse("")))
        .filter(command -> command.endsWith("/ffmpeg") || command.endsWith("/ffprobe"))
        .toList();
  }
}
