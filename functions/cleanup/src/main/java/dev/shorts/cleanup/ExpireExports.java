package dev.shorts.cleanup;

import dev.shorts.cleanup.CleanupRepository.Expired;
import dev.shorts.export.Export;
import dev.shorts.export.ExportId;
import dev.shorts.export.Limits;
import dev.shorts.log.Log;
import dev.shorts.log.Metric;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Deletes the files of expired exports, and a day later their rows. */
final class ExpireExports {

  /** S3 deletes up to 1000 keys in one call; this many rows also fit easily into one answer. */
  private static final int BATCH = 500;

  private final CleanupRepository exports;
  private final FileStore files;

  ExpireExports(CleanupRepository exports, FileStore files) {
    this.exports = exports;
    this.files = files;
  }

  /** A Report counts what a run has deleted. */
  record Report(int filesDeleted, int filesFailed, int rowsDeleted) {

    /** {@code CleanupRuns} counts the run itself, for the alarm on missing runs. */
    TaskRunner.Done done() {
      return new TaskRunner.Done(
          Map.of(
              "files_deleted",
              filesDeleted,
              "files_failed",
              filesFailed,
              "rows_deleted",
              rowsDeleted),
          Metric.count("CleanupRuns"),
          Metric.count("CleanupDeleted", filesDeleted),
          Metric.count("CleanupFailed", filesFailed));
    }
  }

  /**
   * Deletes files before rows: a row without a file is found again, a file without a row is not.
   */
  Report expire(TimeBudget time, Log log) {
    int deleted = 0;
    int failed = 0;
    Optional<ExportId> last = Optional.empty();
    List<Expired> batch;
    do {
      batch = exports.expiredAfter(last, BATCH);
      var notDeleted = deleteFiles(batch, log);
      var gone =
          batch.stream()
              .filter(export -> !notDeleted.contains(key(export)))
              .map(Expired::id)
              .toList();
      exports.markDeleted(gone);
      deleted += gone.size();
      failed += notDeleted.size();
      last = batch.stream().map(Expired::id).reduce((_, later) -> later);
    } while (batch.size() == BATCH && time.hasTime());
    return new Report(deleted, failed, deleteRows(time));
  }

  private Set<String> deleteFiles(List<Expired> batch, Log log) {
    var failures = files.delete(batch.stream().map(ExpireExports::key).toList());
    failures.forEach((key, why) -> log.warn("file not deleted", Map.of("key", key, "why", why)));
    return failures.keySet();
  }

  private int deleteRows(TimeBudget time) {
    int all = 0;
    int batch;
    do {
      batch = exports.deleteRows(Limits.ROW_KEPT_AFTER_EXPIRY, BATCH);
      all += batch;
    } while (batch == BATCH && time.hasTime());
    return all;
  }

  private static String key(Expired export) {
    return Export.key(export.user(), export.id());
  }
}
