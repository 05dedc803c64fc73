package dev.shorts.migrate.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The two roles that the functions log in as. */
public record FunctionRoles(DatabaseSecret api, DatabaseSecret worker) {

  /** PostgreSQL cuts a longer name off, so that two stacks could have the same. */
  private static final int LONGEST_NAME = 63;

  /** Our own policies (V6) say whose database it is. */
  private static final String OTHERS =
      """
      SELECT string_agg(DISTINCT role::text, ' and ')
        FROM pg_policies, unnest(roles) role
       WHERE schemaname = 'public' AND tablename = 'scene_exports'
         AND policyname IN ('shorts_export_user_selects', 'shorts_export_worker_works')
         AND role NOT IN (?, ?)
      """;

  public FunctionRoles {
    if (api.username().equals(worker.username())) {
      throw new CannotMigrateException("The API and the worker need roles of their own.");
    }
    for (var name : List.of(api.username(), worker.username())) {
      var bytes = name.getBytes(UTF_8).length;
      if (bytes > LONGEST_NAME) {
        throw new CannotMigrateException(
            "The name of the role %s is %d bytes long and may be %d. Give the stack a shorter name."
                .formatted(name, bytes, LONGEST_NAME));
      }
    }
  }

  /** Whose database it is, if it is another stack's. */
  public Optional<String> others(Connection connection) throws SQLException {
    return Optional.ofNullable(ask(connection, OTHERS));
  }

  public boolean exist(Connection connection) throws SQLException {
    return "2".equals(ask(connection, "SELECT count(*) FROM pg_roles WHERE rolname IN (?, ?)"));
  }

  /** Lets both roles log in. */
  public void letIn(Connection connection) throws SQLException {
    for (var role : List.of(api, worker)) {
      setPassword(connection, role);
    }
  }

  /** What {@code sql} says of both. */
  private String ask(Connection connection, String sql) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, api.username());
      statement.setString(2, worker.username());
      try (var result = statement.executeQuery()) {
        result.next();
        return result.getString(1);
      }
    }
  }

  private static void setPassword(Connection connection, DatabaseSecret role) throws SQLException {
    run(
        connection,
        "SELECT format('ALTER ROLE %I LOGIN PASSWORD %L', ?, ?)",
        role.username(),
        ScramVerifier.of(role.password()).toString());
  }

  /** Runs the statements that {@code sql} gives. */
  private static void run(Connection connection, String sql, String... arguments)
      throws SQLException {
    try (var written = connection.prepareStatement(sql);
        var statement = connection.createStatement()) {
      for (int i = 0; i < arguments.length; i++) {
        written.setString(i + 1, arguments[i]);
      }
      try (var result = written.executeQuery()) {
        while (result.next()) {
          statement.execute(result.getString(1));
        }
      }
    }
  }
}
