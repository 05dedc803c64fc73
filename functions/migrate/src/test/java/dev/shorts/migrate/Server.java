package dev.shorts.migrate;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A PostgreSQL that asks for passwords, and databases on it that are not the superuser's. */
final class Server {

  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static final EmbeddedPostgres POSTGRES = start();

  private Server() {}

  /** The name of a new empty database of the owner. */
  static String database() throws SQLException {
    var name = "test_" + DATABASES.incrementAndGet();
    administer("CREATE DATABASE %s OWNER owner".formatted(name));
    return name;
  }

  static String endpoint() {
    return "127.0.0.1:" + POSTGRES.getPort();
  }

  static Secret owner() {
    return secret("owner", "owner's secret");
  }

  static Secret secret(String username, String password) {
    return new Secret(Map.of("username", username, "password", password));
  }

  /** Who the server says one is who logs in with {@code secret}. */
  static String login(String database, Secret secret) throws SQLException {
    try (var connection =
            DriverManager.getConnection(
                POSTGRES.getJdbcUrl(secret.username(), database),
                secret.username(),
                secret.password());
        var statement = connection.createStatement();
        var result = statement.executeQuery("SELECT current_user")) {
      result.next();
      return result.getString(1);
    }
  }

  /** The first column of the first row. */
  static String administer(String sql) throws SQLException {
    try (Connection connection = POSTGRES.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return "";
      }
      try (ResultSet result = statement.getResultSet()) {
        result.next();
        return result.getString(1);
      }
    }
  }

  private static EmbeddedPostgres start() {
    try {
      var postgres = EmbeddedPostgres.start();
      try (Connection connection = postgres.getPostgresDatabase().getConnection();
          var statement = connection.createStatement()) {
        statement.execute("CREATE ROLE owner LOGIN CREATEROLE PASSWORD 'owner''s secret'");
        try (var result = statement.executeQuery("SHOW hba_file")) {
          result.next();
          Files.writeString(
              Path.of(result.getString(1)),
              "host all postgres all trust\nhost all all all scram-sha-256\n");
        }
        statement.execute("SELECT pg_reload_conf()");
      }
      return postgres;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
