package dev.shorts.create;

import static dev.shorts.aws.DataApi.absent;
import static dev.shorts.aws.DataApi.number;
import static dev.shorts.aws.DataApi.text;

import dev.shorts.aws.DataApi;
import dev.shorts.aws.ExportRow;
import dev.shorts.aws.Row;
import dev.shorts.create.Creation.Created;
import dev.shorts.create.Creation.KeyReused;
import dev.shorts.create.Creation.LimitExceeded;
import dev.shorts.create.Creation.Replayed;
import dev.shorts.create.Creation.SceneEmpty;
import dev.shorts.create.Creation.SceneNotFound;
import dev.shorts.create.Creation.SceneTooLong;
import dev.shorts.export.Export;
import dev.shorts.export.ExportId;
import dev.shorts.export.Limits;
import dev.shorts.export.SceneId;
import java.time.Duration;

/** The table {@code scene_exports}, as far as making an export goes: one SQL function each. */
final class ExportTable {

  private static final String CREATE =
      """
      select * from create_scene_export(
        cast(:export_id as uuid), cast(:user_id as uuid), cast(:scene_id as uuid),
        :strategy, :quality, cast(:idempotency_key as text),
        cast(:max_exports as int), cast(:window_s as int), cast(:max_scene_s as numeric))
      """;

  private static final String TAKE_BACK =
      "select * from take_back_scene_export(cast(:export_id as uuid), cast(:user_id as uuid))";

  private final DataApi database;

  ExportTable(DataApi database) {
    this.database = database;
  }

  /** Safe to repeat: a second call with the same {@code id} finds the row of the first. */
  Creation create(ExportId id, SceneId scene, ExportRequest request) {
    var row =
        database.one(
            CREATE,
            text("export_id", id),
            text("user_id", request.user()),
            text("scene_id", scene),
            text("strategy", request.strategy().text()),
            text("quality", request.quality().text()),
            request
                .idempotencyKey()
                .map(key -> text("idempotency_key", key.value()))
                .orElse(absent("idempotency_key")),
            number("max_exports", Limits.EXPORTS_PER_WINDOW),
            number("window_s", Limits.QUOTA_WINDOW.toSeconds()),
            text("max_scene_s", Limits.MAX_SCENE_SECONDS));
    return switch (row.text("outcome")) {
      case "created" -> new Created(ExportRow.export(row), quota(row));
      case "replayed" -> new Replayed(ExportRow.export(row), row.flag("claimed"));
      case "key_reused" -> new KeyReused();
      case "scene_not_found" -> new SceneNotFound();
      case "scene_too_long" -> new SceneTooLong(row.decimal("scene_duration_s"));
      case "scene_empty" -> new SceneEmpty(row.text("start_s"), row.text("end_s"));
      case "limit_exceeded" -> new LimitExceeded(quota(row), seconds(row, "next_allowed_in_s"));
      case String other -> throw new IllegalStateException("unknown outcome " + other);
    };
  }

  /** False if a worker has it already: then the message did arrive, and the export goes on. */
  boolean takeBack(Export export) {
    return database
        .one(TAKE_BACK, text("export_id", export.id()), text("user_id", export.user()))
        .flag("taken_back");
  }

  private static Quota quota(Row row) {
    return new Quota(
        Math.toIntExact(row.number("current_count")), seconds(row, "limit_resets_in_s"));
  }

  private static Duration seconds(Row row, String column) {
    return Duration.ofSeconds(row.number(column));
  }
}
