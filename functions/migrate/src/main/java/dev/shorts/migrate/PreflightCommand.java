package dev.shorts.migrate;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shorts.migrate.catalog.CreateTables;
import dev.shorts.migrate.database.CannotMigrateException;
import dev.shorts.migrate.database.DatabaseSecret;
import dev.shorts.migrate.database.FunctionRoles;
import dev.shorts.migrate.database.SqlStates;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLDecoder;
import java.sql.SQLException;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/** Runs the preflight from a command line: {@code make preflight DATABASE_URL=postgres://…}. */
final class PreflightCommand {

  private static final String USAGE =
      "Say which database: DATABASE_URL=postgres://user:password@host:5432/name (as the role that"
          + " will migrate; the password may also be in PGPASSWORD).";

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
      var url = URI.create(environment.getOrDefault("DATABASE_URL", ""));
      if (url.getHost() == null || url.getPath().length() < 2) {
        out.println(USAGE);
        return 1;
      }
      var database = url.getPath().substring(1);
      var stack = environment.getOrDefault("STACK", "shorts-export");
      var roles = new FunctionRoles(role("api_of_" + stack), role("worker_of_" + stack));
      var source = source(url, environment.getOrDefault("PGPASSWORD", ""));
      var tables = CreateTables.of(environment.getOrDefault("CREATE_TABLES", "auto"));
      var check =
          new DatabaseCheck(source, database, roles, tables, Migrations.flyway(source, roles))
              .run();
      out.println(check.findings().message(database));
      return check.findings().misses().isEmpty() ? 0 : 1;
    } catch (SQLException e) {
      out.println(
          SqlStates.isNoSuchDatabase(e)
              ? "There is no such database. The deployment creates it if the role has CREATEDB."
              : "The database can't be looked at: " + e.getMessage());
    } catch (CannotMigrateException | IllegalArgumentException e) {
      out.println(e.getMessage());
    }
    return 1;
  }

  /** Without a password: it isn't set here. */
  private static DatabaseSecret role(String name) {
    return new DatabaseSecret(Map.of("username", name));
  }

  private static PGSimpleDataSource source(URI url, String password) {
    var source = new PGSimpleDataSource();
    source.setUrl(
        "jdbc:postgresql://%s:%d%s%s"
            .formatted(
                url.getHost(),
                url.getPort() < 0 ? 5432 : url.getPort(),
                url.getRawPath(),
                url.getRawQuery() == null ? "" : "?" + url.getRawQuery()));
    var login = url.getRawUserInfo() == null ? new String[0] : url.getRawUserInfo().split(":", 2);
    source.setUser(login.length > 0 ? decoded(login[0]) : System.getProperty("user.name"));
    source.setPassword(login.length > 1 ? decoded(login[1]) : password);
    source.setReadOnly(true);
    return source;
  }

  private static String decoded(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), UTF_8);
  }
}
