package dev.shorts.migrate;

import dev.shorts.migrate.database.DatabaseSecret;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A role's way into a database of a server. */
record Login(String endpoint, String database, DatabaseSecret role) {

  Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://%s/%s".formatted(endpoint, database), role.username(), role.password());
  }

  /**
   * @return the first column of what {@code sql} selects
   */
  List<String> sql(String sql) throws SQLException {
    try (var connection = connect();
        var statement = connection.createStatement()) {
      var values = new ArrayList<String>();
      if (statement.execute(sql)) {
        try (var result = statement.getResultSet()) {
          while (result.next()) {
            values.add(result.getString(1));
          }
        }
      }
      return values;
    }
  }
}
