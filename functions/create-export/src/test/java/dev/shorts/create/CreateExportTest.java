package dev.shorts.create;

import static dev.shorts.aws.CannedRow.EXPORT;
import static dev.shorts.aws.CannedRow.SCENE;
import static dev.shorts.aws.CannedRow.USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.aws.CannedDatabase;
import dev.shorts.aws.CannedDatabase.Asked;
import dev.shorts.aws.CannedQueue;
import dev.shorts.aws.CannedRow;
import dev.shorts.create.CreateExport.Result;
import dev.shorts.create.CreateExport.Result.Accepted;
import dev.shorts.create.CreateExport.Result.NotQueued;
import dev.shorts.create.CreateExport.Result.Refused;
import dev.shorts.create.CreateExport.Result.Repeated;
import dev.shorts.create.CreateOutcome.Rejected;
import dev.shorts.export.ExportId;
import dev.shorts.export.Quality;
import dev.shorts.export.SceneId;
import dev.shorts.export.Strategy;
import dev.shorts.export.UserId;
import dev.shorts.log.LogLines;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CreateExportTest {

  private static final String MESSAGE = "{\"export_id\":\"" + EXPORT + "\"}";
  private static final Optional<IdempotencyKey> NO_KEY = Optional.empty();
  private static final Optional<IdempotencyKey> KEY = Optional.of(new IdempotencyKey("again"));
  private static final Optional<Quota> QUOTA = Optional.of(new Quota(3, Duration.ofHours(20)));

  private final ExportId id = ExportId.parse(EXPORT).orElseThrow();
  private final CannedDatabase database = new CannedDatabase();
  private final CannedQueue queue = new CannedQueue();
  private final CreateExport createExport =
      new CreateExport(
          new CreateExportRepository(database.api()),
          queue.transcodeQueue(),
          () -> id,
          InstantSource.fixed(Instant.EPOCH));

  @Test
  void storesAndQueuesTheExport() {
    database.answers(row("created"));

    assertThat(create(NO_KEY)).isEqualTo(new Accepted(CannedRow.pending().export(), QUOTA));
    assertThat(queue.sent()).containsExactly(MESSAGE);
    assertThat(database.asked())
        .containsExactly(
            new Asked(
                "create_scene_export",
                CannedRow.of("export_id", EXPORT, "user_id", USER, "scene_id", SCENE)
                    .with("strategy", "center_crop")
                    .with("quality", "high")
                    .with("idempotency_key", null)
                    .with("max_exports", 10L)
                    .with("window_s", 86_400L)
                    .with("max_scene_s", "180")
                    .columns()));
  }

  @Test
  void queuesNothingThatIsRefused() {
    database.answers(row("scene_not_found"));

    assertThat(create(NO_KEY)).isEqualTo(new Refused(new Rejected.SceneNotFound(), QUOTA));
    assertThat(queue.sent()).isEmpty();
  }

  @Test
  void showsARepeatedRequestItsExportAsItIsNow() {
    database.answers(row("replayed").with("status", "processing").with("claimed", true));

    assertThat(create(KEY))
        .isEqualTo(new Repeated(CannedRow.pending().with("status", "processing").export(), QUOTA));
    assertThat(queue.sent()).isEmpty();
  }

  @Test
  void queuesARepeatedRequestAgainThatNobodyHasClaimed() {
    database.answers(row("replayed").with("claimed", false));

    assertThat(create(KEY)).isEqualTo(new Repeated(CannedRow.pending().export(), QUOTA));
    assertThat(queue.sent()).containsExactly(MESSAGE);
  }

  @Test
  void doesNotQueueARepeatedRequestThatWaitsForItsNextTry() {
    database.answers(row("replayed").with("claimed", true));

    assertThat(create(KEY)).isEqualTo(new Repeated(CannedRow.pending().export(), QUOTA));
    assertThat(queue.sent()).isEmpty();
  }

  @Test
  void takesBackWhatCouldNotBeQueued() {
    queue.down();
    database.answers(row("created")).answers(CannedRow.of("taken_back", true));

    assertThat(create(NO_KEY))
        .isEqualTo(new NotQueued(Optional.of(new Quota(2, Duration.ofHours(20)))));
    assertThat(database.asked().getLast())
        .isEqualTo(
            new Asked("take_back_scene_export", Map.of("export_id", EXPORT, "user_id", USER)));
    assertThat(database.limits()).containsExactly(Duration.ofMillis(1_500));
  }

  @Test
  void goesOnWithAnExportThatAWorkerHasAlready() {
    queue.down();
    database.answers(row("created")).answers(CannedRow.of("taken_back", false));

    assertThat(create(NO_KEY)).isEqualTo(new Accepted(CannedRow.pending().export(), QUOTA));
  }

  @Test
  void keepsAnExportWithAKeyForTheNextTry() {
    queue.down();
    database.answers(row("created"));

    assertThat(create(KEY)).isEqualTo(new NotQueued(QUOTA));
    assertThat(database.asked()).hasSize(1);
  }

  @Test
  void doesNotPretendThatARepeatedRequestIsQueued() {
    queue.down();
    database.answers(row("replayed").with("claimed", false));

    assertThat(create(KEY)).isEqualTo(new NotQueued(QUOTA));
  }

  private Result create(Optional<IdempotencyKey> key) {
    var request =
        new ExportRequest(
            UserId.parse(USER).orElseThrow(),
            SceneId.parse(SCENE),
            Strategy.CENTER_CROP,
            Quality.HIGH,
            key);
    return createExport.create(request, new LogLines().log());
  }

  private static CannedRow row(String outcome) {
    return CannedRow.pending()
        .with("outcome", outcome)
        .with("current_count", 3)
        .with("limit_resets_in_s", 72_000);
  }
}
