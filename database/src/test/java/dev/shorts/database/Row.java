package dev.shorts.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** One row of a result, by column name. */
record Row(Map<String, Object> values) {

  static Row of(ResultSet results) throws SQLException {
    var values = new LinkedHashMap<String, Object>();
    for (int i = 1; i <= results.getMetaData().getColumnCount(); i++) {
      values.put(results.getMetaData().getColumnLabel(i), results.getObject(i));
    }
    return new Row(values);
  }

  Object get(String column) {
    if (!values.containsKey(column)) {
      throw new AssertionError("no column " + column + " in " + values.keySet());
    }
    return values.get(column);
  }

  String text(String column) {
    return (String) get(column);
  }

  int number(String column) {
    return ((Number) get(column)).intValue();
  }

  boolean yes(String column) {
    return (Boolean) get(column);
  }

  UUID id(String column) {
    return (UUID) get(column);
  }

  Instant time(String column) {
    return ((Timestamp) get(column)).toInstant();
  }
}
