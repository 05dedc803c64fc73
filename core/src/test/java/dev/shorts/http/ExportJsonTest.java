package dev.shorts.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.export.Export;
import dev.shorts.export.ExportId;
import dev.shorts.export.ExportState;
import dev.shorts.export.Quality;
import dev.shorts.export.SceneId;
import dev.shorts.export.Strategy;
import dev.shorts.export.UserId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ExportJsonTest {

  private static final String[] FIELDS = {
    "export_id",
    "scene_id",
    "status",
    "aspect_ratio_strategy",
    "output_quality",
    "download_url",
    "file_size_bytes",
    "duration_s",
    "resolution",
    "error_message",
    "created_at",
    "completed_at",
    "expires_at"
  };

  private static final Instant DONE = Instant.parse("2025-12-10T12:00:28.999Z");
  private static final ExportState COMPLETED =
      new ExportState.Completed(
          "exports/a/b.mp4",
          Optional.of(45678900L),
          Optional.of(45.2),
          Optional.of("1080x1920"),
          Optional.empty(),
          DONE);

  @Test
  void hasAllThirteenFieldsInEveryState() {
    assertThat(body(new ExportState.Pending())).containsKeys(FIELDS);
    assertThat(body(new ExportState.Processing(37))).containsKeys(FIELDS);
    assertThat(body(COMPLETED)).containsKeys(FIELDS);
    assertThat(body(new ExportState.Failed("Too bad.", DONE))).containsKeys(FIELDS);
  }

  @Test
  void isNullWhereNothingIsKnownYet() {
    assertThat(known(new ExportState.Pending()))
        .isEqualTo(
            Map.of(
                "export_id", "00000000-0000-0000-0000-000000000001",
                "scene_id", "00000000-0000-0000-0000-000000000002",
                "status", "pending",
                "aspect_ratio_strategy", "letterbox",
                "output_quality", "medium",
                "created_at", "2025-12-10T12:00:00Z",
                "expires_at", "2025-12-11T12:00:00Z"));
  }

  @Test
  void tellsHowFarItHasCome() {
    assertThat(known(new ExportState.Processing(37)))
        .containsEntry("status", "processing")
        .containsEntry("progress", 37);
  }

  @Test
  void tellsWhatWasMeasured() {
    assertThat(ExportJson.of(export(COMPLETED), "https://example.com/short"))
        .containsEntry("status", "completed")
        .containsEntry("download_url", "https://example.com/short")
        .containsEntry("file_size_bytes", 45678900L)
        .containsEntry("duration_s", 45.2)
        .containsEntry("resolution", "1080x1920")
        .containsEntry("error_message", null);
  }

  @Test
  void tellsWhyThereIsNoShort() {
    assertThat(known(new ExportState.Failed("Too bad.", DONE)))
        .containsEntry("status", "failed")
        .containsEntry("error_message", "Too bad.")
        .containsEntry("completed_at", "2025-12-10T12:00:28Z")
        .doesNotContainKey("download_url");
  }

  @Test
  void cutsTimesToWholeSeconds() {
    assertThat(known(COMPLETED)).containsEntry("completed_at", "2025-12-10T12:00:28Z");
  }

  private static Map<String, Object> body(ExportState state) {
    return ExportJson.of(export(state));
  }

  private static Map<String, Object> known(ExportState state) {
    var known = new LinkedHashMap<>(body(state));
    known.values().removeIf(value -> value == null);
    return known;
  }

  private static Export export(ExportState state) {
    return new Export(
        new ExportId(new UUID(0, 1)),
        new SceneId(new UUID(0, 2)),
        new UserId(new UUID(0, 3)),
        Strategy.LETTERBOX,
        Quality.MEDIUM,
        Instant.parse("2025-12-10T12:00:00.999Z"),
        Instant.parse("2025-12-11T12:00:00.999Z"),
        state);
  }
}
