package dev.shorts.migrate.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs read-only queries in one transaction, which a failing query does not end. */
public record CatalogQueries(Connection connection) {

  /** Long enough to count the rows of a large table, short beside the time of a run. */
  private static final String LIMITS =
      "SET LOCAL statement_timeout = '20s'; SET LOCAL lock_timeout = '1s'";

  /** Returns rows by column name. */
  public List<Map<String, String>> rows(String sql, Object... arguments) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      try (var result = statement.executeQuery()) {
        var names = result.getMetaData();
        var rows = new ArrayList<Map<String, String>>();
        while (result.next()) {
          var row = new LinkedHashMap<String, String>();
          for (int i = 1; i <= names.getColumnCount(); i++) {
            row.put(names.getColumnLabel(i), result.getString(i));
          }
          rows.add(row);
        }
        return rows;
      }
    }
  }

  /** Returns the first row, of which there must be one. */
  public Map<String, String> row(String sql, Object... arguments) throws SQLException {
    return rows(sql, arguments).getFirst();
  }

  /** Returns the values of the first column. */
  public List<String> column(String sql, Object... arguments) throws SQLException {
    return rows(sql, arguments).stream().map(row -> row.values().iterator().next()).toList();
  }

  public boolean is(String condition, Object... arguments) throws SQLException {
    return "t".equals(column("SELECT " + condition, arguments).getFirst());
  }

  /** Runs {@code query} and returns the error that ended it, if any. */
  public Optional<SQLException> attempt(Query query) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("SAVEPOINT attempt; " + LIMITS);
      try {
        query.run();
        return Optional.empty();
      } catch (SQLException e) {
        return Optional.of(e);
      } finally {
        statement.execute("ROLLBACK TO SAVEPOINT attempt");
      }
    }
  }

  /** A Query may fail. */
  public interface Query {
    void run() throws SQLException;
  }
}
