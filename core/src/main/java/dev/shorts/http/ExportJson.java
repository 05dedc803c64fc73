package dev.shorts.http;

import dev.shorts.export.Export;
import dev.shorts.export.ExportState.Completed;
import dev.shorts.export.ExportState.Failed;
import dev.shorts.export.ExportState.Pending;
import dev.shorts.export.ExportState.Processing;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** Maps an export to the JSON of the API, in which every field is present. */
public final class ExportJson {

  private ExportJson() {}

  /** Maps an export without a file that can be fetched. */
  public static Map<String, Object> of(Export export) {
    var body = new LinkedHashMap<String, Object>();
    body.put("export_id", export.id().toString());
    body.put("scene_id", export.scene().toString());
    body.put("status", export.state().text());
    body.put("aspect_ratio_strategy", export.strategy().text());
    body.put("output_quality", export.quality().text());
    body.put("download_url", null);
    body.put("file_size_bytes", null);
    body.put("duration_s", null);
    body.put("resolution", null);
    body.put("error_message", null);
    body.put("notice", null);
    body.put("progress", null);
    body.put("created_at", time(export.createdAt()));
    body.put("completed_at", null);
    body.put("expires_at", time(export.expiresAt()));
    switch (export.state()) {
      case Pending() -> {}
      case Processing(var progress) -> body.put("progress", progress);
      case Completed done -> {
        body.put("file_size_bytes", done.fileSizeBytes().orElse(null));
        body.put("duration_s", done.durationSeconds().orElse(null));
        body.put("resolution", done.resolution().orElse(null));
        body.put("notice", done.notice().orElse(null));
        body.put("completed_at", time(done.at()));
      }
      case Failed(var message, var at) -> {
        body.put("error_message", message);
        body.put("completed_at", time(at));
      }
    }
    return body;
  }

  /** Returns whole seconds, cut off: rows from before this service may hold fractions. */
  private static String time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** Maps an export whose file can be fetched at {@code downloadUrl}. */
  public static Map<String, Object> of(Export export, String downloadUrl) {
    var body = of(export);
    body.put("download_url", downloadUrl);
    return body;
  }
}
