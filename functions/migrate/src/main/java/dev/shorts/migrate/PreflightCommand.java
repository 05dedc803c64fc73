package dev.shorts.migrate;

import dev.shorts.migrate.catalog.CreateTables;
import dev.shorts.migrate.catalog.Findings;
import dev.shorts.migrate.database.CannotMigrateException;
import dev.shorts.migrate.database.DatabaseSecret;
import dev.shorts.migrate.database.FunctionRoles;
import dev.shorts.migrate.database.SqlStates;
import java.io.PrintStream;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.api.FlywayException;

/** Runs the preflight from a command line: {@code make preflight DATABASE_URL=postgres://…}. */
final class PreflightCommand {

  private PreflightCommand() {}

  public static void main(String[] arguments) {
    System.exit(run(System.getenv(), System.out));
  }

  /**
   * @param environment DATABASE_URL, and STACK and CREATE_TABLES as the deployment will have them
   * @return the exit code: 0 for a database that is ready
   */
  static int run(Map<String, String> environment, PrintStream out) {
    try {
      var url = DatabaseUrl.of(environment.getOrDefault("DATABASE_URL", ""));
      var password = environment.getOrDefault("PGPASSWORD", "");
      var stack = environment.getOrDefault("STACK", "shorts-export");
      var roles = new FunctionRoles(role("api_of_" + stack), role("worker_of_" + stack));
      var tables = CreateTables.of(environment.getOrDefault("CREATE_TABLES", "auto"));
      var findings = check(url, password, roles, tables);
      out.println(findings.message(url.database()));
      return findings.misses().isEmpty() ? 0 : 1;
    } catch (CannotMigrateException | IllegalArgumentException | FlywayException e) {
      out.println(e.getMessage());
    }
    return 1;
  }

  private static Findings check(
      DatabaseUrl url, String password, FunctionRoles roles, CreateTables tables) {
    try {
      var source = url.source(password);
      return new DatabaseCheck(
              source, url.database(), roles, tables, Migrations.flyway(source, roles))
          .run()
          .findings();
    } catch (SQLException e) {
      throw new CannotMigrateException(reason(e, url), e);
    }
  }

  private static String reason(SQLException e, DatabaseUrl url) {
    if (SqlStates.isNoSuchDatabase(e)) {
      return "There is no database %s on %s. The deployment creates it if the role has CREATEDB."
          .formatted(url.database(), url.host());
    }
    return e.getCause() instanceof UnknownHostException
        ? "There is no host %s, or it has no address here.".formatted(url.host())
        : "%s:%d can't be looked at: %s".formatted(url.host(), url.port(), e.getMessage());
  }

  /** Returns a role without a password: the preflight sets none. */
  private static DatabaseSecret role(String name) {
    return new DatabaseSecret(Map.of("username", name));
  }
}
