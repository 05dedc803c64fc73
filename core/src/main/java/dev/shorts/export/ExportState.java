package dev.shorts.export;

import java.time.Instant;
import java.util.Optional;

/** An ExportState is a step in the life of an export, with what is known in that step. */
public sealed interface ExportState {

  /** Returns the name of the state in the API and in the database. */
  default String text() {
    return switch (this) {
      case Pending _ -> "pending";
      case Processing _ -> "processing";
      case Completed _ -> "completed";
      case Failed _ -> "failed";
    };
  }

  /** The export waits in the queue. */
  record Pending() implements ExportState {}

  /**
   * A worker has claimed the export.
   *
   * @param progress in percent, 0 to 100
   */
  record Processing(int progress) implements ExportState {}

  /**
   * The short is stored; length and size are those of the verified file.
   *
   * @param storagePath key in the export bucket
   * @param fileSizeBytes like the next two unknown of an export from before this service
   * @param resolution width x height in pixels, such as {@code 1080x1920}
   * @param notice one sentence about what was left out
   */
  record Completed(
      String storagePath,
      Optional<Long> fileSizeBytes,
      Optional<Double> durationSeconds,
      Optional<String> resolution,
      Optional<String> notice,
      Instant at)
      implements ExportState {}

  /**
   * The export has failed for good.
   *
   * @param message one sentence that the caller can act on
   */
  record Failed(String message, Instant at) implements ExportState {}
}
