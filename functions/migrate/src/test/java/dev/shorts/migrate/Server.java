package dev.shorts.migrate;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shorts.migrate.database.DatabaseSecret;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A PostgreSQL that asks for passwords, with owners that are no superusers, as on Aurora. */
final class Server {

  /** May create roles, but no database. */
  public static final DatabaseSecret OWNER = secret("owner", "owner's secret");

  /** May create both. */
  static final DatabaseSecret MAKER = secret("maker", "maker's secret");

  /** Has tables; the owner is a member of it. */
  static final DatabaseSecret RELATIVE = secret("relative", "relative's secret");

  /** Has tables; the owner is no member of it. */
  static final DatabaseSecret STRANGER = secret("stranger", "stranger's secret");

  public static final DatabaseSecret SUPERUSER = secret("postgres", "postgres");
  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static final EmbeddedPostgres POSTGRES = start();

  private Server() {}

  /** The name of a new empty database of the owner. */
  static String database() throws SQLException {
    var name = noDatabase();
    sql("postgres", "CREATE DATABASE %s OWNER owner".formatted(name));
    return name;
  }

  /** The name of a database that isn't there. */
  static String noDatabase() {
    return "test_" + DATABASES.incrementAndGet();
  }

  static String endpoint() {
    return "127.0.0.1:" + POSTGRES.getPort();
  }

  static DatabaseSecret secret(String username, String password) {
    return new DatabaseSecret(Map.of("username", username, "password", password));
  }

  static Connection login(DatabaseSecret secret, String database) throws SQLException {
    return new Login(endpoint(), database, secret).connect();
  }

  /** Has the superuser run {@code sql}. */
  static List<String> sql(String database, String sql) throws SQLException {
    return sql(SUPERUSER, database, sql);
  }

  /**
   * @return the first column of what {@code sql} selects
   */
  static List<String> sql(DatabaseSecret role, String database, String sql) throws SQLException {
    return new Login(endpoint(), database, role).sql(sql);
  }

  /** Has {@code neighbour} make what stands in those files of {@code neighbours/}. */
  static void settle(DatabaseSecret neighbour, String database, String... files)
      throws SQLException, IOException {
    sql(
        database,
        "GRANT CREATE ON DATABASE %1$s TO %2$s; GRANT CREATE ON SCHEMA public TO %2$s"
            .formatted(database, neighbour.username()));
    for (String file : files) {
      try (var sql = Server.class.getResourceAsStream("/neighbours/%s.sql".formatted(file))) {
        sql(neighbour, database, new String(sql.readAllBytes(), UTF_8));
      }
    }
  }

  private static EmbeddedPostgres start() {
    try {
      var postgres = EmbeddedPostgres.start();
      try (Connection connection = postgres.getPostgresDatabase().getConnection();
          var statement = connection.createStatement()) {
        statement.execute(
            """
            CREATE ROLE owner LOGIN CREATEROLE PASSWORD 'owner''s secret';
            CREATE ROLE maker LOGIN CREATEROLE CREATEDB PASSWORD 'maker''s secret';
            CREATE ROLE relative LOGIN PASSWORD 'relative''s secret' ROLE owner;
            CREATE ROLE stranger LOGIN PASSWORD 'stranger''s secret';
            """);
        try (var result = statement.executeQuery("SHOW hba_file")) {
          result.next();
          Files.writeString(
              Path.of(result.getString(1)),
              "host all postgres all trust\nhost all all all scram-sha-256\n");
        }
        statement.execute("SELECT pg_reload_conf()");
      }
      closeSchemaPublic(postgres);
      return postgres;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** PostgreSQL 14 gets the schema public of 15, as docs/deploying.md asks its administrator to. */
  static void closeSchemaPublic(EmbeddedPostgres postgres) throws SQLException {
    try (var template = postgres.getTemplateDatabase().getConnection();
        var statement = template.createStatement()) {
      statement.execute(
          "ALTER SCHEMA public OWNER TO pg_database_owner; REVOKE CREATE ON SCHEMA public FROM"
              + " PUBLIC");
    }
  }
}
