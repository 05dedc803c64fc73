package dev.shorts.create;

import static dev.shorts.aws.CannedRow.EXPORT;
import static dev.shorts.aws.CannedRow.SCENE;
import static dev.shorts.aws.CannedRow.USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.aws.CannedDatabase;
import dev.shorts.aws.CannedQueue;
import dev.shorts.aws.CannedRow;
import dev.shorts.export.ExportId;
import dev.shorts.http.ApiResponder;
import dev.shorts.http.GatewayEvent;
import dev.shorts.http.HttpResponse;
import dev.shorts.log.LogLines;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** A caller who owns the video, but is not in {@code auth.users}. */
class MissingUserTest {

  private final CannedQueue queue = new CannedQueue();
  private final LogLines log = new LogLines();

  @Test
  void theCallerIsToldOfAFaultThatIsNotTheirs() throws IOException {
    var response = create();

    assertThat(response.status()).isEqualTo(500);
    assertThat(response.body())
        .containsOnlyKeys("error_code", "message")
        .containsEntry("error_code", "INTERNAL_ERROR");
    assertThat(response.body().toString()).doesNotContain("auth", "users");
    assertThat(queue.sent()).isEmpty();
  }

  @Test
  void theOperatorIsToldWhatToDo() throws IOException {
    create();

    assertThat(log.events()).containsExactly("decided", "user not found");
    assertThat(log.lines().getLast())
        .containsEntry("level", "ERROR")
        .containsEntry("user_id", USER)
        .containsEntry(
            "details",
            "auth.users has no row for a user who owns videos: the platform's users are in another"
                + " table. Keep their ids in auth.users, too.");
    assertThat(log.metrics()).contains("UsersNotFound 1 Count");
  }

  private HttpResponse create() throws IOException {
    var database =
        new CannedDatabase()
            .answers(
                CannedRow.of("outcome", "user_not_found", "current_count", 0)
                    .with("limit_resets_in_s", null));
    var createExport =
        new CreateExport(
            new CreateExportRepository(database.api()),
            queue.transcodeQueue(),
            () -> ExportId.parse(EXPORT).orElseThrow(),
            InstantSource.fixed(Instant.EPOCH));
    return GatewayEvent.of("POST /v1/scenes/{scene_id}/export-short")
        .by(USER)
        .path("scene_id", SCENE)
        .sentTo(new CreateExportHandler(new ApiResponder(log.log()), createExport));
  }
}
