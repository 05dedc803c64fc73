package dev.shorts.cleanup;

import static dev.shorts.aws.DataApi.absent;
import static dev.shorts.aws.DataApi.flag;
import static dev.shorts.aws.DataApi.number;
import static dev.shorts.aws.DataApi.text;

import dev.shorts.aws.DataApi;
import dev.shorts.aws.Row;
import dev.shorts.export.ExportId;
import dev.shorts.export.Limits;
import dev.shorts.export.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Runs the SQL functions that expire, sweep and delete exports. */
final class CleanupRepository {

  private static final String EXPIRED =
      "select * from expired_scene_exports(cast(:after as uuid), cast(:batch as int))";

  private static final String MARK_DELETED =
      "select * from mark_scene_exports_deleted(cast(:ids as uuid[]))";

  private static final String DELETE_ROWS =
      "select * from delete_scene_exports(cast(:retention_s as int), cast(:batch as int))";

  private static final String SWEEP =
      """
      select * from sweep_scene_exports(
        cast(:pending_for_s as int), :queue_is_empty, cast(:max_attempts as int), cast(:batch as int))
      """;

  private static final String SETTLE =
      "select * from settle_dead_letter(cast(:export_id as uuid), cast(:max_attempts as int))";

  private final DataApi database;

  CleanupRepository(DataApi database) {
    this.database = database;
  }

  /** An export whose file is to be deleted. */
  record Expired(ExportId id, UserId user) {}

  /** A SweepOutcome is an export without a worker, with what the database decided about it. */
  sealed interface SweepOutcome {
    ExportId id();

    record Requeue(ExportId id, int attempt) implements SweepOutcome {}

    record Failed(ExportId id, String reason, int attempt) implements SweepOutcome {}
  }

  /**
   * Lists expired exports in the order of their expiry, so that one whose file can't be deleted
   * does not hide the others.
   */
  List<Expired> expiredAfter(Optional<ExportId> last, int batch) {
    return database
        .query(
            EXPIRED,
            last.map(id -> text("after", id)).orElse(absent("after")),
            number("batch", batch))
        .stream()
        .map(row -> new Expired(export(row), new UserId(UUID.fromString(row.text("user_id")))))
        .toList();
  }

  void markDeleted(List<ExportId> exports) {
    var ids = exports.stream().map(ExportId::toString).collect(Collectors.joining(",", "{", "}"));
    database.query(MARK_DELETED, text("ids", ids));
  }

  /** Deletes rows and returns how many, at most {@code batch}. */
  int deleteRows(Duration keptAfterExpiry, int batch) {
    return Math.toIntExact(
        database
            .one(
                DELETE_ROWS,
                number("retention_s", keptAfterExpiry.toSeconds()),
                number("batch", batch))
            .number("deleted"));
  }

  /**
   * @param queueIsEmpty whether an export that is still pending must have lost its message
   */
  List<SweepOutcome> sweep(Duration maxPending, boolean queueIsEmpty, int batch) {
    return database
        .query(
            SWEEP,
            number("pending_for_s", maxPending.toSeconds()),
            flag("queue_is_empty", queueIsEmpty),
            number("max_attempts", Limits.MAX_ATTEMPTS),
            number("batch", batch))
        .stream()
        .map(CleanupRepository::outcome)
        .toList();
  }

  DeadLetterOutcome settle(ExportId export) {
    var row =
        database.one(
            SETTLE, text("export_id", export), number("max_attempts", Limits.MAX_ATTEMPTS));
    return switch (row.text("outcome")) {
      case "requeue" -> new DeadLetterOutcome.Requeue(attempt(row));
      case "failed" -> new DeadLetterOutcome.Failed(row.text("reason"), attempt(row));
      case "held" -> new DeadLetterOutcome.Held();
      case "nothing_to_do" -> new DeadLetterOutcome.NothingToDo();
      case String other -> throw new IllegalStateException("unknown outcome " + other);
    };
  }

  private static SweepOutcome outcome(Row row) {
    return switch (row.text("action")) {
      case "requeue" -> new SweepOutcome.Requeue(export(row), attempt(row));
      case "failed" -> new SweepOutcome.Failed(export(row), row.text("reason"), attempt(row));
      case String other -> throw new IllegalStateException("unknown action " + other);
    };
  }

  /** Returns how often the export was claimed. */
  private static int attempt(Row row) {
    return Math.toIntExact(row.number("attempt"));
  }

  private static ExportId export(Row row) {
    return new ExportId(UUID.fromString(row.text("export_id")));
  }
}
