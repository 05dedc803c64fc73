package dev.shorts.database.driver;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** One connection, logged in as one role. */
public record Session(Connection connection) implements AutoCloseable {

  /** Every row that {@code sql} gives. */
  public List<Row> rows(String sql, Object... arguments) throws SQLException {
    try (PreparedStatement statement = prepare(sql, arguments);
        ResultSet results = statement.executeQuery()) {
      var rows = new ArrayList<Row>();
      while (results.next()) {
        rows.add(Row.of(results));
      }
      return rows;
    }
  }

  /** The row that {@code sql} gives; fails if there are more or none. */
  public Row row(String sql, Object... arguments) throws SQLException {
    List<Row> rows = rows(sql, arguments);
    if (rows.size() != 1) {
      throw new AssertionError(rows.size() + " rows from " + sql);
    }
    return rows.getFirst();
  }

  /** How many rows {@code sql} changed. */
  public int run(String sql, Object... arguments) throws SQLException {
    try (PreparedStatement statement = prepare(sql, arguments)) {
      statement.execute();
      return statement.getUpdateCount();
    }
  }

  private PreparedStatement prepare(String sql, Object... arguments) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, arguments[i]);
    }
    return statement;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
