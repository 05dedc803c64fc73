package dev.shorts.get;

import static dev.shorts.aws.DataApi.text;

import dev.shorts.aws.DataApi;
import dev.shorts.aws.ExportRow;
import dev.shorts.aws.Row;
import dev.shorts.export.Export;
import dev.shorts.export.ExportId;
import dev.shorts.export.UserId;
import java.time.Duration;
import java.util.Optional;

/** Runs the SQL function that finds an export of the caller. */
final class GetExportRepository {

  private static final String GET =
      "select * from get_scene_export(cast(:export_id as uuid), cast(:user_id as uuid))";

  private final DataApi database;

  GetExportRepository(DataApi database) {
    this.database = database;
  }

  /**
   * An export of the caller.
   *
   * @param expired by the database's clock
   * @param expiresIn whole seconds, so zero already within the last one
   */
  record Found(Export export, boolean expired, Duration expiresIn) {}

  /** Finds an export; empty if it doesn't exist, is another user's or was deleted. */
  Optional<Found> find(ExportId id, UserId user) {
    return database.query(GET, text("export_id", id), text("user_id", user)).stream()
        .findFirst()
        .map(GetExportRepository::found);
  }

  private static Found found(Row row) {
    return new Found(
        ExportRow.export(row), row.flag("expired"), Duration.ofSeconds(row.number("expires_in_s")));
  }
}
