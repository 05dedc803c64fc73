package dev.shorts.aws;

import dev.shorts.export.Export;
import dev.shorts.export.ExportId;
import dev.shorts.export.ExportState;
import dev.shorts.export.ExportState.Completed;
import dev.shorts.export.ExportState.Failed;
import dev.shorts.export.ExportState.Pending;
import dev.shorts.export.ExportState.Processing;
import dev.shorts.export.Quality;
import dev.shorts.export.SceneId;
import dev.shorts.export.Strategy;
import dev.shorts.export.UserId;
import java.util.UUID;

/** Reads an export from a row that holds the columns of {@code scene_exports}. */
public final class ExportRow {

  private ExportRow() {}

  public static Export export(Row row) {
    return new Export(
        new ExportId(UUID.fromString(row.text("export_id"))),
        new SceneId(UUID.fromString(row.text("scene_id"))),
        new UserId(UUID.fromString(row.text("user_id"))),
        Strategy.of(row.text("aspect_ratio_strategy")),
        Quality.of(row.text("output_quality")),
        row.instant("created_at"),
        row.instant("expires_at"),
        state(row));
  }

  private static ExportState state(Row row) {
    return switch (row.text("status")) {
      case "pending" -> new Pending();
      case "processing" -> new Processing(Math.toIntExact(row.number("progress")));
      case "completed" ->
          new Completed(
              row.text("storage_path"),
              row.optionalNumber("file_size_bytes"),
              row.optionalReal("duration_s"),
              row.optionalText("resolution"),
              row.optionalText("notice"),
              row.instant("completed_at"));
      case "failed" -> new Failed(row.text("error_message"), row.instant("completed_at"));
      case String other -> throw new IllegalStateException("unknown status " + other);
    };
  }
}
