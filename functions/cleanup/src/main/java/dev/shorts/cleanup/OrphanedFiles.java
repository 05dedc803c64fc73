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
 * Deletes files that are too old to belong to an export, and uploads that were never completed. The
 * database isn't asked, so that a restored or wrong database can't empty the bucket.
 */
final class OrphanedFiles {

  /** A file is younger than its export, which expires after 24 hours; one hour is for clocks. */
  static final Duration KEPT = Duration.ofHours(25);

  private final FileStore store;
  private final InstantSource clock;

  OrphanedFiles(FileStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** A Report counts the files or uploads that a run has deleted. */
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
        this::isOrphaned,
        files -> store.delete(files.stream().map(Stored::key).toList()),
        time,
        log);
  }

  Report abortUploads(TimeBudget time, Log log) {
    return sweep(store.uploads(), upload -> isOrphaned(upload.file()), store::abort, time, log);
  }

  private boolean isOrphaned(Stored file) {
    return Export.isKey(file.key()) && file.since().isBefore(clock.instant().minus(KEPT));
  }

  /**
   * @param remove returns the keys of what is still there, with the reason
   */
  private static <T> Report sweep(
      Iterable<List<T>> pages,
      Predicate<T> isOrphaned,
      Function<List<T>, Map<String, String>> remove,
      TimeBudget time,
      Log log) {
    int found = 0;
    int failed = 0;
    for (var page : pages) {
      var orphaned = page.stream().filter(isOrphaned).toList();
      var failures = remove.apply(orphaned);
      failures.forEach((key, why) -> log.warn("not deleted", Map.of("key", key, "why", why)));
      found += orphaned.size();
      failed += failures.size();
      if (!time.hasTime()) {
        break;
      }
    }
    return new Report(found - failed, failed);
  }
}
