package dev.shorts.database.driver;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** One row of a result, by column name. */
public record Row(Map<String, Object> values) {

  public static Row of(ResultSet results) throws SQLException {
    var values = new LinkedHashMap<String, Object>();
    for (int i = 1; i <= results.getMetaData().getColumnCount(); i++) {
      values.put(results.getMetaData().getColumnLabel(i), results.getObject(i));
    }
    return new Row(values);
  }

  public Object get(String column) {
    if (!values.containsKey(column)) {
      throw new AssertionError("no column " + column + " in " + values.keySet());
    }
    return values.get(column);
  }

  public String text(String column) {
    return (String) get(column);
  }

  public int number(String column) {
    return ((Number) get(column)).intValue();
  }

  public boolean yes(String column) {
    return (Boolean) get(column);
  }

  public UUID id(String column) {
    return (UUID) get(column);
  }

  public Instant time(String column) {
    return ((Timestamp) get(column)).toInstant();
  }
}
