package dev.shorts.bench.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** An ExplainingConnection returns the plans of its statements, also of those inside functions. */
record ExplainingConnection(Connection connection) implements AutoCloseable {

  static ExplainingConnection at(FilledDatabase stock) throws SQLException {
    var explained =
        new ExplainingConnection(stock.server().connect(stock.name(), BenchPostgres.SUPERUSER));
    explained.run(
        """
        LOAD 'auto_explain';
        SET auto_explain.log_min_duration = 0;
        SET auto_explain.log_nested_statements = on;
        SET auto_explain.log_analyze = on;
        SET auto_explain.log_buffers = on;
        SET auto_explain.log_timing = off;
        SET auto_explain.log_level = notice;
        """);
    return explained;
  }

  /**
   * A call that was made.
   *
   * @param ms the counting of pages is in it
   * @param column the first one of all its rows
   * @param plans of all its statements, the innermost first and its own last
   */
  record Call(double ms, List<String> column, List<QueryPlan> plans) {

    int rows() {
      return column.size();
    }

    String last() {
      return column.isEmpty() ? null : column.getLast();
    }

    long buffers() {
      return plans.getLast().buffers();
    }
  }

  /** From here on row level security holds as it does for {@code role}. */
  void become(String role) throws SQLException {
    run("SET ROLE " + role);
  }

  void run(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  Call call(PreparedStatement statement) throws SQLException {
    long start = System.nanoTime();
    var column = new ArrayList<String>();
    try (var rows = statement.executeQuery()) {
      while (rows.next()) {
        column.add(rows.getString(1));
      }
    }
    double ms = (System.nanoTime() - start) / 1e6;
    var plans = new ArrayList<QueryPlan>();
    for (var notice = statement.getWarnings(); notice != null; notice = notice.getNextWarning()) {
      if (notice.getMessage().contains("Query Text: ")) {
        plans.add(QueryPlan.of(notice.getMessage()));
      }
    }
    statement.clearWarnings();
    return new Call(ms, List.copyOf(column), List.copyOf(plans));
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
