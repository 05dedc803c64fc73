package dev.shorts.emulator.rdsdata;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/** Runs PostgreSQL 17 with a database whose owner is no superuser, as on Aurora. */
public final class PostgresServer implements AutoCloseable {

  private static final int VERSION = 17;

  /**
   * The superuser logs in from this machine without a password; other roles need theirs, as on
   * Aurora.
   */
  private static final String LOGIN_RULES =
      """
      host all postgres 127.0.0.1/32 trust
      host all all      all          scram-sha-256
      """;

  /**
   * Replaces the library's resolver, whose script to detect the Linux distribution stays in the
   * temporary folder when the JVM is killed. macOS on ARM translates x86.
   */
  private static final PgBinaryResolver BINARIES_ON_CLASS_PATH =
      (system, machine) ->
          machine.equals("x86_64") || system.equals("Darwin")
              ? PostgresServer.class.getResourceAsStream(
                  "/postgres-%s-x86_64.txz".formatted(system.toLowerCase(Locale.ROOT)))
              : null;

  private final EmbeddedPostgres server;
  private final DataFolder data;
  private final URI url;

  /**
   * @param binaries folder that PostgreSQL is unpacked to, once for all runs
   * @param data folder to create; deleted on close
   * @param bind address to listen on besides loopback
   * @param port 0 is any free one
   */
  public PostgresServer(
      Path binaries, Path data, String bind, int port, String database, Login owner)
      throws IOException {
    int wanted = port == 0 ? 0 : free(port);
    // The folder that is also searched for data of earlier runs, for which there is no setter.
    System.setProperty("ot.epg.working-dir", binaries.toString());
    this.data = DataFolder.copyOf(binaries.resolve("data-" + VERSION), data);
    server =
        server(data)
            .setPort(wanted)
            .setServerConfig("listen_addresses", listening(bind))
            .setServerConfig("full_page_writes", "off")
            // In the data folder, since files in /dev/shm would outlive a killed server.
            .setServerConfig("dynamic_shared_memory_type", "mmap")
            .setDataDirectoryCustomizer(PostgresServer::restrictLogins)
            .start();
    deleteSpentScripts(Path.of(System.getProperty("java.io.tmpdir")));
    url =
        URI.create(
            "postgresql://postgres:postgres@127.0.0.1:%d/%s".formatted(server.getPort(), database));
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      requireVersion(connection.getMetaData().getDatabaseMajorVersion());
      statement.execute(
          "CREATE ROLE \"%s\" LOGIN CREATEROLE PASSWORD '%s'"
              .formatted(owner.username(), owner.password()));
      statement.execute(
          "CREATE DATABASE \"%s\" OWNER \"%s\"".formatted(database, owner.username()));
    } catch (SQLException | RuntimeException e) {
      close();
      throw new IOException("The database can't be set up: " + e.getMessage(), e);
    }
  }

  public int port() {
    return server.getPort();
  }

  /**
   * The URL for libpq (psql), as the superuser: under forced row level security even the owner of
   * the tables sees no rows.
   */
  public URI url() {
    return url;
  }

  /** The process id of the postmaster, whose end ends all its processes. */
  public long pid() throws IOException {
    return Long.parseLong(Files.readAllLines(data.path().resolve("postmaster.pid")).getFirst());
  }

  @Override
  public void close() throws IOException {
    server.close();
    data.delete();
  }

  /** The settings of every start: all files are in {@code data}, and stay when the server stops. */
  static EmbeddedPostgres.Builder server(Path data) {
    return EmbeddedPostgres.builder()
        .setPgBinaryResolver(BINARIES_ON_CLASS_PATH)
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setServerConfig("unix_socket_directories", "''")
        .setRegisterShutdownHook(false);
  }

  /** The Data API and the library connect over loopback. */
  private static String listening(String bind) {
    return bind.equals("127.0.0.1") ? bind : "127.0.0.1," + bind;
  }

  private static int free(int port) throws IOException {
    try (var _ = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return port;
    } catch (BindException e) {
      throw new IOException("Port %d is taken.".formatted(port), e);
    }
  }

  /**
   * Deletes the script by which the library looks at the system, which runs once before the server
   * starts; the library deletes it when the JVM exits, but not when the JVM is halted.
   */
  private static void deleteSpentScripts(Path temporary) throws IOException {
    try (var scripts = Files.newDirectoryStream(temporary, "detect_linux_distribution_*.sh")) {
      for (Path script : scripts) {
        Files.deleteIfExists(script);
      }
    }
  }

  private static void restrictLogins(File data) {
    try {
      Files.writeString(data.toPath().resolve("pg_hba.conf"), LOGIN_RULES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The default of the library is an older version. */
  private static void requireVersion(int found) {
    if (found != VERSION) {
      throw new IllegalStateException(
          "PostgreSQL %d is expected, not %d".formatted(VERSION, found));
    }
  }
}
