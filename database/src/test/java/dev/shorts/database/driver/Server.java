package dev.shorts.database.driver;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/**
 * One PostgreSQL for all tests, and a database of their own for each that asks. As on Aurora, who
 * migrates is no superuser: it owns the database and may create roles.
 */
public final class Server {

  public static final String SUPERUSER = "postgres";
  public static final String OWNER = "shorts_owner";

  /** Role names carry the name of the stack, which may hold a hyphen. */
  public static final String API = "shorts-demo-api";

  public static final String WORKER = "shorts-demo-worker";

  /** How many migrations there are. */
  public static final int NEWEST = 28;

  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static final EmbeddedPostgres POSTGRES = start();
  private static final String TEMPLATE = template();

  private Server() {}

  /** A database that our migrations have run on, with nothing in it. */
  public static Database migrated() {
    return create("TEMPLATE " + TEMPLATE);
  }

  /** An empty database that {@link #OWNER} owns. */
  public static Database empty() {
    return create("");
  }

  public static Connection connect(String database, String role) throws SQLException {
    return dataSource(database, role).getConnection();
  }

  public static Flyway flyway(String database, String role) {
    return flyway(database, role, API);
  }

  public static Flyway flyway(String database, String role, String api) {
    return flyway(database, role, api, WORKER).load();
  }

  /** How Flyway is set up to migrate {@code database} as {@code role}. */
  public static FluentConfiguration flyway(
      String database, String role, String api, String worker) {
    var settings = Flyway.configure().configuration(settings());
    settings
        .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
        .setTransactionalLock(false);
    return settings
        .dataSource(dataSource(database, role))
        .placeholders(Map.of("api_role", api, "worker_role", worker));
  }

  private static Database create(String options) {
    var database = new Database("test_" + DATABASES.incrementAndGet());
    administer("CREATE DATABASE %s OWNER %s %s".formatted(database.name(), OWNER, options));
    return database;
  }

  private static String template() {
    administer("CREATE ROLE " + OWNER + " LOGIN CREATEROLE");
    Database template = empty();
    flyway(template.name(), OWNER).migrate();
    return template.name();
  }

  private static void administer(String sql) {
    try (var session = new Session(connect(SUPERUSER, SUPERUSER))) {
      session.run(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static DataSource dataSource(String database, String role) {
    return POSTGRES.getDatabase(role, database);
  }

  private static Properties settings() {
    try (var file = Server.class.getResourceAsStream("/db/flyway.properties")) {
      var settings = new Properties();
      settings.load(file);
      return settings;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** PostgreSQL 14 gets the schema public of 15, as docs/deploying.md asks its administrator to. */
  private static EmbeddedPostgres start() {
    try {
      var postgres = EmbeddedPostgres.start();
      try (var template = new Session(postgres.getTemplateDatabase().getConnection())) {
        template.run(
            "ALTER SCHEMA public OWNER TO pg_database_owner; REVOKE CREATE ON SCHEMA public FROM"
                + " PUBLIC");
      }
      return postgres;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
