package dev.shorts.cleanup;

import dev.shorts.cleanup.FileStore.Stored;
import dev.shorts.export.Export;
import dev.shorts.log.Log;
import dev.shorts.log.Metric;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Deletes what no row leads to any more: files that are too old to be of an export, and uploads
 * that nobody finished. The database isn't asked, so that one that was restored, or is another,
 * can't empty the bucket.
 */
final class OrphanedFiles {

  /** A file is made after its export, which expires after 24 hours; one more is for clocks. */
  static final Duration KEPT = Duration.ofHours(25);

  private final FileStore store;
  private final InstantSource clock;

  OrphanedFiles(FileStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** What one run did with files or uploads. */
  record Report(int deleted, int failed) {

    TaskRunner.Done done() {
      return new TaskRunner.Done(
          Map.of("deleted", deleted, "failed", failed),
          Metric.count("CleanupDeleted", deleted),
          Metric.count("CleanupFailed", failed));
    }
  }

  Report deleteFiles(TimeBudget time, Log log) {
    return sweep(
        store.files(),
        this::isForgotten,
        files -> store.delete(files.stream().map(Stored::key).toList()),
        time,
        log);
  }

  Report abortUploads(TimeBudget time, Log log) {
    return sweep(store.uploads(), upload -> isForgotten(upload.file()), store::abort, time, log);
  }

  private boolean isForgotten(Stored file) {
    return Export.isKey(file.key()) && file.since().isBefore(clock.instant().minus(KEPT));
  }

  /**
   * @param remove answers what is still there, and why
   */
  private static <T> Report sweep(
      Iterable<List<T>> pages,
      Predicate<T> isForgotten,
      Function<List<T>, Map<String, String>> remove,
      TimeBudget time,
      Log log) {
    int found = 0;
    int failed = 0;
    for (var page : pages) {
      var forgotten = page.stream().filter(isForgotten).toList();
      var failures = remove.apply(forgotten);
      failures.forEach((key, why) -> log.warn("not deleted", Map.of("key", key, "why", why)));
      found += forgotten.size();
      failed += failures.size();
      if (!time.left()) {
        break;
      }
    }
    return new Report(found - failed, failed);
  }
}
