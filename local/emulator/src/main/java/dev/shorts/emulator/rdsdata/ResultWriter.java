package dev.shorts.emulator.rdsdata;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Converts rows to the records of the Data API, each value under the name of its type. */
final class ResultWriter {

  private static final Set<String> WRITTEN_AS_TEXT = Set.of("uuid", "json", "jsonb");
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");
  private static final int NANOS_PER_MILLI = 1_000_000;

  private ResultWriter() {}

  static List<List<Map<String, ?>>> records(ResultSet rows) throws SQLException {
    ResultSetMetaData columns = rows.getMetaData();
    List<List<Map<String, ?>>> records = new ArrayList<>();
    while (rows.next()) {
      List<Map<String, ?>> row = new ArrayList<>();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        Map<String, ?> field = field(rows, i, columns);
        row.add(rows.wasNull() ? Map.of("isNull", true) : field);
      }
      records.add(row);
    }
    return records;
  }

  static List<Map<String, ?>> metadata(ResultSetMetaData columns) throws SQLException {
    List<Map<String, ?>> metadata = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      Map<String, Object> column = new LinkedHashMap<>();
      column.put("name", columns.getColumnName(i));
      column.put("label", columns.getColumnLabel(i));
      column.put("type", columns.getColumnType(i));
      column.put("typeName", columns.getColumnTypeName(i));
      column.put("precision", columns.getPrecision(i));
      column.put("scale", columns.getScale(i));
      metadata.add(column);
    }
    return metadata;
  }

  private static Map<String, ?> field(ResultSet row, int i, ResultSetMetaData columns)
      throws SQLException {
    return switch (columns.getColumnType(i)) {
      case Types.SMALLINT, Types.INTEGER, Types.BIGINT -> Map.of("longValue", row.getLong(i));
      case Types.REAL, Types.DOUBLE -> Map.of("doubleValue", row.getDouble(i));
      case Types.BIT, Types.BOOLEAN -> Map.of("booleanValue", row.getBoolean(i));
      case Types.BINARY -> Map.of("blobValue", base64(row.getBytes(i)));
      case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> text(timestamp(row, i, columns));
      case Types.NUMERIC, Types.CHAR, Types.VARCHAR, Types.DATE, Types.TIME ->
          text(row.getString(i));
      case Types.ARRAY -> Map.of("arrayValue", array(row.getArray(i)));
      default -> {
        if (!WRITTEN_AS_TEXT.contains(columns.getColumnTypeName(i))) {
          throw unsupported(columns.getColumnTypeName(i));
        }
        yield text(row.getString(i));
      }
    };
  }

  /** A timestamp in UTC without a zone, with milliseconds unless they are zero. */
  private static String timestamp(ResultSet row, int i, ResultSetMetaData columns)
      throws SQLException {
    LocalDateTime time = null;
    if (columns.getColumnTypeName(i).equals("timestamptz")) {
      var instant = row.getObject(i, OffsetDateTime.class);
      time = instant == null ? null : instant.atZoneSameInstant(ZoneOffset.UTC).toLocalDateTime();
    } else {
      time = row.getObject(i, LocalDateTime.class);
    }
    return time == null ? "" : (time.getNano() < NANOS_PER_MILLI ? SECONDS : MILLIS).format(time);
  }

  private static Map<String, ?> array(Array array) throws SQLException {
    if (array == null) {
      return Map.of();
    }
    List<?> values = Arrays.asList((Object[]) array.getArray());
    return switch (array.getBaseType()) {
      case Types.SMALLINT, Types.INTEGER, Types.BIGINT -> Map.of("longValues", values);
      case Types.REAL, Types.DOUBLE -> Map.of("doubleValues", values);
      case Types.BIT, Types.BOOLEAN -> Map.of("booleanValues", values);
      case Types.CHAR, Types.VARCHAR -> Map.of("stringValues", values);
      default -> {
        if (!WRITTEN_AS_TEXT.contains(array.getBaseTypeName())) {
          throw unsupported(array.getBaseTypeName());
        }
        yield Map.of("stringValues", values.stream().map(String::valueOf).toList());
      }
    };
  }

  private static Map<String, String> text(String value) {
    return Map.of("stringValue", value == null ? "" : value);
  }

  private static String base64(byte[] bytes) {
    return bytes == null ? "" : Base64.getEncoder().encodeToString(bytes);
  }

  private static DataApiError unsupported(String type) {
    return new DataApiError(
        400, "UnsupportedResultException", "The result contains the unsupported data type " + type);
  }
}
