package dev.shorts.migrate.trial;

import dev.shorts.migrate.database.CannotMigrateException;
import dev.shorts.migrate.database.DatabaseSecret;
import dev.shorts.migrate.database.FunctionRoles;
import dev.shorts.migrate.database.LockRetry;
import dev.shorts.migrate.database.OwnerDataSource;
import dev.shorts.migrate.database.RunDeadline;
import dev.shorts.migrate.database.SqlStates;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Calls the SQL functions as the API's and the worker's role and rolls back, so that policies,
 * types or settings of the platform that break them fail the deployment and not every request.
 */
public record Trial(String endpoint, String database, FunctionRoles roles, RunDeadline deadline) {

  private static final String CREATE =
      """
      SELECT outcome
        FROM create_scene_export(gen_random_uuid(), ?, ?, 'center_crop', 'high', NULL, 10, 86400, 180)
      """;

  private static final String CLAIM =
      "SELECT outcome FROM claim_scene_export(gen_random_uuid(), gen_random_uuid(), 120, 3)";

  private static final String TELL =
      "The migration has run, but %s fails as the role %s, so exports would fail: %s. %s Then"
          + " deploy again.";

  /**
   * @throws CannotMigrateException if no user would be served
   */
  public void run(List<TrialScene> scenes) throws Exception {
    LockRetry.run(
        deadline,
        () -> {
          try (var connection = login(roles.api())) {
            create(connection, scenes);
            connection.rollback();
          }
          try (var connection = login(roles.worker())) {
            claim(connection);
            connection.rollback();
          }
          return null;
        });
  }

  private Connection login(DatabaseSecret role) throws SQLException {
    Connection connection;
    try {
      connection = new OwnerDataSource(endpoint, database, role, deadline).getConnection();
    } catch (SQLException e) {
      if (SqlStates.isForbidden(e)) {
        throw failed("the login", role, e);
      }
      if (SqlStates.isLoginRefused(e)) {
        throw new CannotMigrateException(
            "The migration has run, but the database doesn't let the role %s in with the password that was just set. Check the rules of the server (pg_hba.conf, on Aurora the parameter group), then deploy again."
                .formatted(role.username()),
            e);
      }
      throw e;
    }
    connection.setAutoCommit(false);
    return connection;
  }

  private void create(Connection connection, List<TrialScene> scenes) throws SQLException {
    var random = new TrialScene(UUID.randomUUID(), UUID.randomUUID());
    Optional<SQLException> failure = create(connection, random, false);
    if (failure.isEmpty()) {
      requireSameUser(connection, random.owner());
    }
    for (var scene : failure.isPresent() ? List.<TrialScene>of() : scenes) {
      failure = create(connection, scene, true);
      if (failure.isEmpty()) {
        break;
      }
    }
    if (failure.isPresent()) {
      throw failed("create_scene_export", roles.api(), failure.get());
    }
  }

  private static Optional<SQLException> create(
      Connection connection, TrialScene scene, boolean isReal) throws SQLException {
    var before = connection.setSavepoint();
    try (var statement = connection.prepareStatement(CREATE)) {
      statement.setObject(1, scene.owner());
      statement.setObject(2, scene.id());
      try (var result = statement.executeQuery()) {
        result.next();
        return isReal ? refusal(result.getString(1)) : Optional.empty();
      }
    } catch (SQLException e) {
      if (SqlStates.isLocked(e)) {
        throw e;
      }
      connection.rollback(before);
      return Optional.of(e);
    }
  }

  /** Returns the failure if the owner of a scene's video gets this outcome. */
  private static Optional<SQLException> refusal(String outcome) {
    return switch (outcome) {
      case "scene_not_found" ->
          Optional.of(new SQLException("a scene isn't found for the owner of its video"));
      case "user_not_found" ->
          Optional.of(
              new SQLException(
                  "auth.users has no row for a user who owns videos",
                  SqlStates.FOREIGN_KEY_VIOLATION));
      default -> Optional.empty();
    };
  }

  /** Reads auth.uid(), whose setting holds until the transaction ends. */
  private void requireSameUser(Connection connection, UUID user) throws SQLException {
    try (var statement = connection.createStatement();
        var result = statement.executeQuery("SELECT auth.uid()")) {
      result.next();
      var seen = result.getString(1);
      if (!user.toString().equals(seen)) {
        throw new CannotMigrateException(
            "The migration has run, but auth.uid() gives %s for the claims that our functions set, so every scene would be unknown. Let it read request.jwt.claims, as Supabase's does, then deploy again."
                .formatted(seen == null ? "null" : "another user"));
      }
    } catch (SQLException e) {
      throw failed("auth.uid()", roles.api(), e);
    }
  }

  private void claim(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var result = statement.executeQuery(CLAIM)) {
      result.next();
    } catch (SQLException e) {
      if (SqlStates.isLocked(e)) {
        throw e;
      }
      throw failed("claim_scene_export", roles.worker(), e);
    }
  }

  private CannotMigrateException failed(String what, DatabaseSecret role, SQLException e) {
    return new CannotMigrateException(
        TELL.formatted(
            what,
            role.username(),
            e.getMessage().lines().findFirst().orElse(""),
            TrialAdvice.on(e)),
        e);
  }
}
