package dev.shorts.it.driver;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The database of a local cloud, as one who sees past row level security.
 *
 * @param url as libpq has it
 */
public record SuperuserDatabase(URI url) {

  /** Runs one statement as the owner of the database; the rows' first columns, if it has any. */
  public List<String> sql(String statement, Object... values) {
    try (var connection = connection();
        var prepared = connection.prepareStatement(statement)) {
      for (int i = 0; i < values.length; i++) {
        prepared.setString(i + 1, values[i].toString());
      }
      return prepared.execute() ? firstColumn(prepared.getResultSet()) : List.of();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> firstColumn(ResultSet rows) throws SQLException {
    var values = new ArrayList<String>();
    while (rows.next()) {
      values.add(rows.getString(1));
    }
    return values;
  }

  public Connection connection() throws SQLException {
    var login = url.getUserInfo().split(":", 2);
    var address =
        "jdbc:postgresql://%s:%d%s".formatted(url.getHost(), url.getPort(), url.getPath());
    return DriverManager.getConnection(address, login[0], login.length == 2 ? login[1] : "");
  }
}
