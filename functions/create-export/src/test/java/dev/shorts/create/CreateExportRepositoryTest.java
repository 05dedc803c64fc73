package dev.shorts.create;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.shorts.aws.CannedDatabase;
import dev.shorts.aws.CannedRow;
import dev.shorts.create.CreateExportRepository.Reply;
import dev.shorts.create.CreateOutcome.Rejected;
import dev.shorts.export.ExportId;
import dev.shorts.export.Quality;
import dev.shorts.export.SceneId;
import dev.shorts.export.Strategy;
import dev.shorts.export.UserId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CreateExportRepositoryTest {

  private static final CannedRow ROW =
      CannedRow.of(
          "outcome", "scene_not_found",
          "start_s", null,
          "end_s", null,
          "scene_duration_s", null,
          "current_count", null,
          "limit_resets_in_s", null,
          "next_allowed_in_s", null);

  @Test
  void readsARefusalThatCameBeforeTheCount() {
    assertThat(reply(ROW)).isEqualTo(new Reply(new Rejected.SceneNotFound(), Optional.empty()));
  }

  @Test
  void readsTheCountOfWhoHasMadeNoneYet() {
    assertThat(reply(ROW.with("current_count", 0)).quota()).contains(new Quota(0, Duration.ZERO));
  }

  @Test
  void readsTheLengthOfAScene() {
    var row = ROW.with("outcome", "scene_too_long").with("scene_duration_s", "245.3");

    assertThat(reply(row).outcome()).isEqualTo(new Rejected.SceneTooLong(new BigDecimal("245.3")));
  }

  @Test
  void readsTimesThatAreNotThere() {
    var row = ROW.with("outcome", "scene_empty").with("start_s", "NaN");

    assertThat(reply(row).outcome())
        .isEqualTo(new Rejected.SceneEmpty(Optional.of("NaN"), Optional.empty()));
  }

  @Test
  void readsWhenTheNextOneIsLetIn() {
    var row =
        ROW.with("outcome", "limit_exceeded")
            .with("current_count", 10)
            .with("limit_resets_in_s", 60)
            .with("next_allowed_in_s", 61);

    assertThat(reply(row))
        .isEqualTo(
            new Reply(
                new Rejected.LimitExceeded(10, Duration.ofSeconds(61)),
                Optional.of(new Quota(10, Duration.ofSeconds(60)))));
  }

  @Test
  void doesNotGuessAtAnOutcomeItDoesNotKnow() {
    assertThatIllegalStateException()
        .isThrownBy(() -> reply(ROW.with("outcome", "perhaps")))
        .withMessage("unknown outcome perhaps");
  }

  private static Reply reply(CannedRow row) {
    return new CreateExportRepository(new CannedDatabase().answers(row).api())
        .create(
            ExportId.parse(CannedRow.EXPORT).orElseThrow(),
            new ExportRequest(
                UserId.parse(CannedRow.USER).orElseThrow(),
                SceneId.parse(CannedRow.SCENE),
                Strategy.CENTER_CROP,
                Quality.HIGH,
                Optional.empty()));
  }
}
