package dev.shorts.transcode.job;

import dev.shorts.aws.Row;
import dev.shorts.export.Export;
import dev.shorts.export.ExportId;
import dev.shorts.export.Quality;
import dev.shorts.export.Strategy;
import dev.shorts.export.UserId;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * Holds an export that this worker has claimed.
 *
 * @param token identifies the claim in every later statement
 * @param source key in the source bucket
 * @param attempt number of claims so far, from 1
 * @param queuedFor seconds from the request to this claim
 */
public record Job(
    ExportId export,
    UUID token,
    UserId user,
    String source,
    SceneTimes scene,
    Strategy strategy,
    Quality quality,
    int attempt,
    BigDecimal queuedFor) {

  /** Reads a row of {@code claim_scene_export}. */
  static Job of(ExportId export, UUID token, Row row) {
    return new Job(
        export,
        token,
        new UserId(UUID.fromString(row.text("user_id"))),
        row.text("source_path"),
        new SceneTimes(row.decimal("start_s"), row.decimal("end_s")),
        Strategy.of(row.text("aspect_ratio_strategy")),
        Quality.of(row.text("output_quality")),
        Math.toIntExact(row.number("attempt")),
        row.decimal("queued_for_s"));
  }

  /** Returns the short's key in the export bucket. */
  public String key() {
    return Export.key(user, export);
  }
}
