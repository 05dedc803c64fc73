package dev.shorts.create;

import static dev.shorts.aws.DataApi.absent;
import static dev.shorts.aws.DataApi.number;
import static dev.shorts.aws.DataApi.text;

import dev.shorts.aws.DataApi;
import dev.shorts.aws.ExportRow;
import dev.shorts.aws.Row;
import dev.shorts.create.CreateOutcome.Rejected;
import dev.shorts.create.CreateOutcome.Stored;
import dev.shorts.export.Export;
import dev.shorts.export.ExportId;
import dev.shorts.export.Limits;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.rdsdata.model.SqlParameter;

/** Runs the SQL functions that store an export and take it back. */
final class CreateExportRepository {

  private static final String CREATE =
      """
      select * from create_scene_export(
        cast(:export_id as uuid), cast(:user_id as uuid), cast(:scene_id as uuid),
        :strategy, :quality, cast(:idempotency_key as text),
        cast(:max_exports as int), cast(:window_s as int), cast(:max_scene_s as numeric))
      """;

  private static final String TAKE_BACK =
      "select * from take_back_scene_export(cast(:export_id as uuid), cast(:user_id as uuid))";

  /** What is left of 25 s when the database took 20 to wake up and the queue 3 to say no. */
  static final Duration TO_TAKE_BACK = Duration.ofMillis(1_500);

  private final DataApi database;

  CreateExportRepository(DataApi database) {
    this.database = database;
  }

  /**
   * An answer of the database.
   *
   * @param quota empty if the exports were not counted
   */
  record Reply(CreateOutcome outcome, Optional<Quota> quota) {}

  /** Safe to repeat: a second call with the same {@code id} finds the row of the first. */
  Reply create(ExportId id, ExportRequest request) {
    var row =
        database.one(
            CREATE,
            text("export_id", id),
            text("user_id", request.user()),
            optional("scene_id", request.scene()),
            text("strategy", request.strategy().text()),
            text("quality", request.quality().text()),
            optional("idempotency_key", request.idempotencyKey().map(IdempotencyKey::value)),
            number("max_exports", Limits.EXPORTS_PER_WINDOW),
            number("window_s", Limits.QUOTA_WINDOW.toSeconds()),
            text("max_scene_s", Limits.MAX_SCENE_SECONDS));
    return new Reply(outcome(row), quota(row));
  }

  private static CreateOutcome outcome(Row row) {
    return switch (row.text("outcome")) {
      case "created" -> new Stored.Created(ExportRow.export(row));
      case "replayed" -> new Stored.Replayed(ExportRow.export(row), row.flag("claimed"));
      case "key_reused" -> new Rejected.KeyReused();
      case "scene_not_found" -> new Rejected.SceneNotFound();
      case "user_not_found" -> new Rejected.UserNotFound();
      case "scene_too_long" -> new Rejected.SceneTooLong(row.decimal("scene_duration_s"));
      case "scene_empty" ->
          new Rejected.SceneEmpty(row.optionalText("start_s"), row.optionalText("end_s"));
      case "limit_exceeded" ->
          new Rejected.LimitExceeded(
              Math.toIntExact(row.number("current_count")),
              Duration.ofSeconds(row.number("next_allowed_in_s")));
      case String other -> throw new IllegalStateException("unknown outcome " + other);
    };
  }

  /**
   * Safe to repeat: one that is gone was taken back. False if a worker has it already: then the
   * message did arrive, and the export goes on.
   */
  boolean takeBack(Export export) {
    return database
        .within(TO_TAKE_BACK)
        .one(TAKE_BACK, text("export_id", export.id()), text("user_id", export.user()))
        .flag("taken_back");
  }

  private static Optional<Quota> quota(Row row) {
    return row.optionalNumber("current_count")
        .map(
            count ->
                new Quota(
                    Math.toIntExact(count),
                    Duration.ofSeconds(row.optionalNumber("limit_resets_in_s").orElse(0L))));
  }

  private static SqlParameter optional(String name, Optional<?> value) {
    return value.map(given -> text(name, given)).orElse(absent(name));
  }
}
