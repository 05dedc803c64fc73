package dev.shorts.it.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.it.driver.Cloud;
import dev.shorts.it.http.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the Makefile, as processes: what they say, how they end, what they leave. */
@Tag("embedded") // the commands start the embedded services
class CommandsIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir private Path temporary;

  @Test
  void aPortThatIsTakenIsNamed() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      var port = Integer.toString(taken.getLocalPort());

      assertThat(run("local", "--port", port)).isEqualTo(1);

      assertThat(said()).contains("Port " + port + " is taken.");
      assertThat(leftOver()).isEmpty();
    }
  }

  @Test
  void aVideoThatIsNotThereIsNamed() throws Exception {
    assertThat(run("short", "--video", "nowhere.mp4", "--from", "1", "--to", "2")).isEqualTo(1);

    assertThat(said()).contains("There is no video").contains("nowhere.mp4");
  }

  @Test
  void aFileThatIsNoVideoIsToldLikeToAnyCaller() throws Exception {
    var text = Files.writeString(temporary.resolve("notes.txt"), "notes");
    var out = temporary.resolve("out.mp4");

    var status =
        run("short", "--video", text.toString(), "--from", "0", "--to", "2", "--out", "" + out);

    assertThat(status).isEqualTo(1);
    assertThat(said()).contains("not a video we can read");
    assertThat(out).doesNotExist();
  }

  @Test
  void ctrlCLeavesNoProcessAndNoTemporaryFile() throws Exception {
    var local = start("local");
    Eventually.within(PATIENCE, () -> assertThat(said()).contains("/export-short"));
    var children = local.descendants().toList();
    assertThat(children).isNotEmpty();

    new ProcessBuilder("kill", "-INT", Long.toString(local.pid())).start().waitFor();

    assertThat(local.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(local.exitValue()).isZero();
    Eventually.within(
        Duration.ofSeconds(10), () -> assertThat(children).noneMatch(ProcessHandle::isAlive));
    assertThat(leftOver()).isEmpty();
    assertThat(Cloud.ROOT.resolve("local/target/endpoints.json")).doesNotExist();
  }

  private int run(String... words) throws Exception {
    var process = start(words);
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as("ends").isTrue();
    return process.exitValue();
  }

  private Process start(String... words) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Djava.io.tmpdir=" + Files.createDirectories(temporary.resolve("tmp")),
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-cp",
                "local/target/local.jar:local/target/lib/*",
                "dev.shorts.local.command.Main"));
    command.addAll(List.of(words));
    return new ProcessBuilder(command)
        .directory(Cloud.ROOT.toFile())
        .redirectErrorStream(true)
        .redirectOutput(output().toFile())
        .start();
  }

  private String said() {
    try {
      return Files.readString(output(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Path> leftOver() throws IOException {
    try (var files = Files.list(temporary.resolve("tmp"))) {
      return files.toList();
    }
  }

  private Path output() {
    return temporary.resolve("output.txt");
  }
}
