package dev.shorts.bench.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.flywaydb.core.Flyway;

/**
 * Starts PostgreSQL as the tests of the migrations do, without fsync: waiting for a disk would only
 * hide what a table's size costs.
 */
final class BenchPostgres implements AutoCloseable {

  static final String SUPERUSER = "postgres";
  static final String API = "bench_api";
  static final String WORKER = "bench_worker";

  /** Users without exports, who may make one. */
  static final int FREE_USERS = 1_000;

  /** Two days at 10 a day. */
  static final int EXPORTS_OF_A_USER = 20;

  private static final String OWNER = "bench_owner";

  private final EmbeddedPostgres postgres;

  BenchPostgres(Path folder) throws IOException, SQLException {
    if (Files.exists(folder.resolve("PG_VERSION"))) {
      throw new IllegalStateException(
          "a bench that was killed has left %s: remove it".formatted(folder));
    }
    Files.createDirectories(folder);
    postgres =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder)
            // Holds all, as the memory of a cluster that is large enough for its tables does.
            .setServerConfig("shared_buffers", "3GB")
            .setServerConfig("max_wal_size", "4GB")
            .setServerConfig("dynamic_shared_memory_type", "mmap")
            .start();
    run(SUPERUSER, "CREATE ROLE " + OWNER + " LOGIN CREATEROLE");
  }

  /** A database that our migrations have run on, with that many exports in it. */
  FilledDatabase filled(String name, int exports) throws IOException, SQLException {
    run(SUPERUSER, "CREATE DATABASE %s OWNER %s".formatted(name, OWNER));
    Flyway.configure()
        .configuration(settings())
        .dataSource(postgres.getDatabase(OWNER, name))
        .placeholders(Map.of("api_role", API, "worker_role", WORKER))
        .load()
        .migrate();
    int users = exports / EXPORTS_OF_A_USER;
    run(
        name,
        text("fill.sql")
            .replace("${users}", String.valueOf(users))
            .replace("${free}", String.valueOf(FREE_USERS)));
    run(name, "VACUUM ANALYZE");
    run(name, "CHECKPOINT");
    return FilledDatabase.of(this, name, users);
  }

  Connection connect(String database, String role) throws SQLException {
    return postgres.getDatabase(role, database).getConnection();
  }

  /** As the superuser, over a connection of its own. */
  void run(String database, String sql) throws SQLException {
    try (var connection = connect(database, SUPERUSER);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The one value that {@code sql} gives. */
  String value(String database, String sql) throws SQLException {
    try (var connection = connect(database, SUPERUSER);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }

  private static String text(String name) throws IOException {
    try (var file = BenchPostgres.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), UTF_8);
    }
  }

  private static Properties settings() throws IOException {
    try (var file = BenchPostgres.class.getResourceAsStream("/db/flyway.properties")) {
      var settings = new Properties();
      settings.load(file);
      return settings;
    }
  }
}
