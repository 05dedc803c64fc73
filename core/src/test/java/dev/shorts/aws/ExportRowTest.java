package dev.shorts.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.shorts.export.Export;
import dev.shorts.export.ExportId;
import dev.shorts.export.ExportState;
import dev.shorts.export.Quality;
import dev.shorts.export.SceneId;
import dev.shorts.export.Strategy;
import dev.shorts.export.UserId;
import dev.shorts.http.ExportJson;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExportRowTest {

  private static final Instant DONE = Instant.parse("2025-12-10T12:00:28Z");

  @Test
  void readsAnExportThatWaits() {
    assertThat(ExportRow.export(CannedRow.pending().row()))
        .isEqualTo(
            new Export(
                ExportId.parse(CannedRow.EXPORT).orElseThrow(),
                SceneId.parse(CannedRow.SCENE).orElseThrow(),
                UserId.parse(CannedRow.USER).orElseThrow(),
                Strategy.CENTER_CROP,
                Quality.HIGH,
                Instant.parse("2025-12-10T12:00:00Z"),
                Instant.parse("2025-12-11T12:00:00Z"),
                new ExportState.Pending()));
  }

  @Test
  void readsHowFarOneHasCome() {
    var row = CannedRow.pending().with("status", "processing").with("progress", 37);

    assertThat(state(row)).isEqualTo(new ExportState.Processing(37));
  }

  @Test
  void readsWhatWasMade() {
    assertThat(state(CannedRow.completed().with("notice", "The sound can't be read.")))
        .isEqualTo(
            new ExportState.Completed(
                "exports/%s/%s.mp4".formatted(CannedRow.USER, CannedRow.EXPORT),
                Optional.of(45678900L),
                Optional.of(45.2),
                Optional.of("1080x1920"),
                Optional.of("The sound can't be read."),
                DONE));
  }

  @Test
  void readsWhatWasMadeBeforeThereWasMuchToSayOfIt() {
    var row =
        CannedRow.completed()
            .with("file_size_bytes", null)
            .with("duration_s", null)
            .with("resolution", null);

    var body = ExportJson.of(ExportRow.export(row.row()));
    assertThat(body)
        .containsEntry("status", "completed")
        .containsEntry("file_size_bytes", null)
        .containsEntry("duration_s", null)
        .containsEntry("resolution", null);
  }

  @Test
  void readsWhyThereIsNone() {
    var row =
        CannedRow.pending()
            .with("status", "failed")
            .with("error_message", "The video is broken.")
            .with("completed_at", "2025-12-10 12:00:28");

    assertThat(state(row)).isEqualTo(new ExportState.Failed("The video is broken.", DONE));
  }

  @Test
  void doesNotGuessAtAStateItDoesNotKnow() {
    assertThatIllegalStateException()
        .isThrownBy(() -> state(CannedRow.pending().with("status", "queued")))
        .withMessage("unknown status queued");
  }

  private static ExportState state(CannedRow row) {
    return ExportRow.export(row.row()).state();
  }
}
