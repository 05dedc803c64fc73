package dev.shorts.migrate.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** FunctionRoles are the two roles as which the functions log in to the database. */
public record FunctionRoles(DatabaseSecret api, DatabaseSecret worker) {

  /** PostgreSQL cuts longer names off, so two stacks could get the same one. */
  private static final int LONGEST_NAME = 63;

  /** Policies on scene_exports name the roles of the stack that owns the database. */
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

  /** Returns the roles of the other stack that owns the database, if there is one. */
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

  /** Runs {@code sql} for both roles and returns the results. */
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

  /** Runs the statements that {@code sql} returns. */
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
