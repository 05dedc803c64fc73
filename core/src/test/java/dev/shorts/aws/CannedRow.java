package dev.shorts.aws;

import dev.shorts.export.Export;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.rdsdata.model.ColumnMetadata;
import software.amazon.awssdk.services.rdsdata.model.ExecuteStatementResponse;
import software.amazon.awssdk.services.rdsdata.model.Field;

/** A row as the Data API would send it; its values say which kind of field they travel in. */
public record CannedRow(Map<String, Object> columns) {

  public static final String EXPORT = "550e8400-e29b-41d4-a716-446655440000";
  public static final String SCENE = "123e4567-e89b-12d3-a456-426614174000";
  public static final String USER = "7d444840-9dc0-11d1-b245-5ffdce74fad2";

  /** Columns and their values in turns. */
  public static CannedRow of(Object... namesAndValues) {
    var columns = new LinkedHashMap<String, Object>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      columns.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return new CannedRow(columns);
  }

  /** An export that was just made. */
  public static CannedRow pending() {
    return of("export_id", EXPORT, "scene_id", SCENE, "user_id", USER, "status", "pending")
        .with("aspect_ratio_strategy", "center_crop")
        .with("output_quality", "high")
        .with("storage_path", null)
        .with("file_size_bytes", null)
        .with("duration_s", null)
        .with("resolution", null)
        .with("error_message", null)
        .with("notice", null)
        .with("progress", 0)
        .with("created_at", "2025-12-10 12:00:00")
        .with("completed_at", null)
        .with("expires_at", "2025-12-11 12:00:00");
  }

  /** An export whose file is there. */
  public static CannedRow completed() {
    return pending()
        .with("status", "completed")
        .with("storage_path", "exports/%s/%s.mp4".formatted(USER, EXPORT))
        .with("file_size_bytes", 45678900L)
        .with("duration_s", 45.2)
        .with("resolution", "1080x1920")
        .with("progress", 100)
        .with("completed_at", "2025-12-10 12:00:28");
  }

  public CannedRow with(String column, Object value) {
    var more = new LinkedHashMap<>(columns);
    more.put(column, value);
    return new CannedRow(more);
  }

  public Export export() {
    return ExportRow.export(row());
  }

  Row row() {
    return Row.allOf(answer(this)).getFirst();
  }

  static ExecuteStatementResponse answer(CannedRow... rows) {
    var names = rows.length == 0 ? List.<String>of() : List.copyOf(rows[0].columns.keySet());
    return ExecuteStatementResponse.builder()
        .columnMetadata(
            names.stream().map(name -> ColumnMetadata.builder().label(name).build()).toList())
        .records(List.of(rows).stream().map(CannedRow::fields).toList())
        .build();
  }

  private List<Field> fields() {
    return columns.values().stream().map(CannedRow::field).toList();
  }

  private static Field field(Object value) {
    return switch (value) {
      case null -> Field.fromIsNull(true);
      case Boolean flag -> Field.fromBooleanValue(flag);
      case Integer number -> Field.fromLongValue(number.longValue());
      case Long number -> Field.fromLongValue(number);
      case Double number -> Field.fromDoubleValue(number);
      case String text -> Field.fromStringValue(text);
      default -> throw new IllegalArgumentException("no field holds a " + value.getClass());
    };
  }
}
