package dev.shorts.export;

import java.time.Instant;
import java.util.Optional;

/** Where an export is in its life. A state carries only what is true in that state. */
public sealed interface ExportState {

  /** As clients and the database write it. */
  default String text() {
    return switch (this) {
      case Pending _ -> "pending";
      case Processing _ -> "processing";
      case Completed _ -> "completed";
      case Failed _ -> "failed";
    };
  }

  /** Waits in the queue. */
  record Pending() implements ExportState {}

  /**
   * A worker has it.
   *
   * @param progress 0 to 100
   */
  record Processing(int progress) implements ExportState {}

  /**
   * The short is there; length and size are what a probe of the finished file says.
   *
   * @param storagePath key in the export bucket
   * @param fileSizeBytes unknown of one that is older than this service, as may be the next two
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
   * There will be no short.
   *
   * @param message one sentence that the caller can act on
   */
  record Failed(String message, Instant at) implements ExportState {}
}
