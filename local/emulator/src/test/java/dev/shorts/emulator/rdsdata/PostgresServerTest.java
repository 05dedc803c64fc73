package dev.shorts.emulator.rdsdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

  private static final Path BINARIES = Path.of("target/postgres");
  private static final Login OWNER = new Login("shorts_owner", "secret");

  @TempDir Path folder;

  @Test
  void aClosedServerLeavesNoFiles() throws Exception {
    ProcessHandle postmaster;
    try (var postgres =
        new PostgresServer(BINARIES, folder.resolve("data"), "127.0.0.1", 0, "shorts", OWNER)) {
      postmaster = ProcessHandle.of(postgres.pid()).orElseThrow();
      assertThat(postgres.url()).hasPort(postgres.port()).hasPath("/shorts");
    }

    postmaster.onExit().join();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void passwordsAreChecked() throws Exception {
    try (var postgres =
        new PostgresServer(BINARIES, folder.resolve("data"), "127.0.0.1", 0, "shorts", OWNER)) {
      String url = "jdbc:postgresql://127.0.0.1:%d/shorts".formatted(postgres.port());
      DriverManager.getConnection(url, OWNER.username(), OWNER.password()).close();
      assertThatThrownBy(() -> DriverManager.getConnection(url, OWNER.username(), "guess"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void aTakenPortIsNamed() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      int port = taken.getLocalPort();
      assertThatThrownBy(
              () ->
                  new PostgresServer(
                      BINARIES, folder.resolve("data"), "127.0.0.1", port, "shorts", OWNER))
          .hasMessage("Port %d is taken.", port);
    }
    assertThat(folder).isEmptyDirectory();
  }
}
