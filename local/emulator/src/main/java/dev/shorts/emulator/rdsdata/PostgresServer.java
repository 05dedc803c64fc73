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

/** PostgreSQL 17, with a database whose owner is no superuser, as on Aurora. */
public final class PostgresServer implements AutoCloseable {

  private static final int VERSION = 17;

  /**
   * The superuser comes from this machine only, without a password; everyone else's is checked, as
   * on Aurora.
   */
  private static final String WHO_MAY_LOG_IN =
      """
      host all postgres 127.0.0.1/32 trust
      host all all      all          scram-sha-256
      """;

  /**
   * The library's own finds out which Linux this is by a script, which it leaves in the temporary
   * folder when it is killed. A Mac of another architecture translates.
   */
  private static final PgBinaryResolver IN_OUR_JARS =
      (system, machine) ->
          machine.equals("x86_64") || system.equals("Darwin")
              ? PostgresServer.class.getResourceAsStream(
                  "/postgres-%s-x86_64.txz".formatted(system.toLowerCase(Locale.ROOT)))
              : null;

  private final EmbeddedPostgres server;
  private final DataFolder data;
  private final URI url;

  /**
   * @param binaries where PostgreSQL itself is unpacked, once for all runs
   * @param data a folder to be made; removed on close
   * @param bind where it listens besides loopback
   * @param port 0 is any free one
   */
  public PostgresServer(
      Path binaries, Path data, String bind, int port, String database, Login owner)
      throws IOException {
    int wanted = port == 0 ? 0 : free(port);
    // Where it also looks for leftovers of other runs; the setter covers only half of its uses.
    System.setProperty("ot.epg.working-dir", binaries.toString());
    this.data = DataFolder.copyOf(binaries.resolve("data-" + VERSION), data);
    server =
        server(data)
            .setPort(wanted)
            .setServerConfig("listen_addresses", listening(bind))
            .setServerConfig("full_page_writes", "off")
            // In its data folder, not in /dev/shm, where a killed one would leave it.
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
   * For libpq (psql), as the superuser: under forced row level security even the owner of the
   * tables sees no exports, and could not move one's time in a test.
   */
  public URI url() {
    return url;
  }

  /** Of the postmaster, whose end is the end of all its processes. */
  public long pid() throws IOException {
    return Long.parseLong(Files.readAllLines(data.path().resolve("postmaster.pid")).getFirst());
  }

  @Override
  public void close() throws IOException {
    server.close();
    data.delete();
  }

  /** What every start has in common: it writes nowhere but into {@code data}, and stays there. */
  static EmbeddedPostgres.Builder server(Path data) {
    return EmbeddedPostgres.builder()
        .setPgBinaryResolver(IN_OUR_JARS)
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setServerConfig("unix_socket_directories", "''")
        .setRegisterShutdownHook(false);
  }

  /** We ourselves, and the library, come over loopback. */
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
   * The library looks at the system by a script that it deletes when the JVM exits, but not when
   * the JVM is halted; it runs once, before the server starts.
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
      Files.writeString(data.toPath().resolve("pg_hba.conf"), WHO_MAY_LOG_IN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The library's own default is an older one. */
  private static void requireVersion(int found) {
    if (found != VERSION) {
      throw new IllegalStateException(
          "PostgreSQL %d is expected, not %d".formatted(VERSION, found));
    }
  }
}
