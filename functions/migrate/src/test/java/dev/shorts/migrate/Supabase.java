package dev.shorts.migrate;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shorts.migrate.database.DatabaseSecret;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;

/**
 * A project as Supabase makes it, on a server whose superuser is supabase_admin: see {@code
 * supabase/*.sql}.
 */
record Supabase(String database) {

  /** With whose rights a project's owner works; no superuser. */
  static final DatabaseSecret POSTGRES = Server.secret("postgres", "postgres's secret");

  static final DatabaseSecret SUPERUSER = Server.secret("supabase_admin", "its secret");

  private static final EmbeddedPostgres SERVER = start();

  /** As of 2021: postgres is a member of the role that owns auth. */
  static Supabase early() throws SQLException, IOException {
    var project = make("early");
    project.as(SUPERUSER, "GRANT supabase_auth_admin TO postgres");
    return project.has("early");
  }

  /** As of 2026: it isn't any more. */
  static Supabase today() throws SQLException, IOException {
    var project = make("today");
    project.as(SUPERUSER, "REVOKE supabase_auth_admin FROM postgres");
    return project.has("early").has("today");
  }

  Stack stack() {
    return Stack.on(database, POSTGRES).at(endpoint());
  }

  List<String> as(DatabaseSecret role, String sql) throws SQLException {
    return new Login(endpoint(), database, role).sql(sql);
  }

  /** The message of the refusal of what a role of the API's users runs. */
  String refusal(String role, String sql) {
    try {
      return "none, but " + as(POSTGRES, "SET ROLE %s; %s".formatted(role, sql));
    } catch (SQLException e) {
      return e.getMessage();
    }
  }

  /** The owner's tables, two users and a scene of the first. */
  Supabase withPlatform() throws SQLException, IOException {
    as(POSTGRES, file("platform"));
    return this;
  }

  private Supabase has(String part) throws SQLException, IOException {
    as(SUPERUSER, file(part));
    return this;
  }

  private static Supabase make(String name) throws SQLException {
    new Supabase("postgres").as(SUPERUSER, "CREATE DATABASE %s OWNER postgres".formatted(name));
    return new Supabase(name);
  }

  private static String endpoint() {
    return "127.0.0.1:" + SERVER.getPort();
  }

  private static String file(String part) throws IOException {
    try (var sql = Supabase.class.getResourceAsStream("/supabase/%s.sql".formatted(part))) {
      return new String(sql.readAllBytes(), UTF_8);
    }
  }

  /** A role can't rename itself, and the first one stays a superuser: so it gets another name. */
  private static EmbeddedPostgres start() {
    try {
      var server = EmbeddedPostgres.start();
      Server.closeSchemaPublic(server);
      var endpoint = "127.0.0.1:" + server.getPort();
      new Login(endpoint, "postgres", POSTGRES).sql("CREATE ROLE renamer LOGIN SUPERUSER");
      new Login(endpoint, "postgres", Server.secret("renamer", "none"))
          .sql("ALTER ROLE postgres RENAME TO supabase_admin");
      new Login(endpoint, "postgres", SUPERUSER).sql("DROP ROLE renamer; " + file("roles"));
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
