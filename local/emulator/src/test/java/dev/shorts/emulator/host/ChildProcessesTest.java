package dev.shorts.emulator.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessesTest {

  @TempDir private Path directory;

  /** A parent that starts a child with a child of its own, says so, and then waits to be killed. */
  static final class Parent {
    public static void main(String[] arguments) throws Exception {
      var processes = ChildProcesses.under(Path.of(arguments[0]));
      var script = new ProcessBuilder("sh", "-c", "sleep 600 & echo started; trap '' INT; wait");
      processes.start(script).inputReader().readLine();
      Files.writeString(processes.directory().resolve("some-file"), "some text");
      System.out.println("started");
      Thread.currentThread().join();
    }
  }

  @Test
  void aKilledParentLeavesNoProcessAndNoFile() throws Exception {
    Process parent = DoomedJvm.start(Parent.class, directory);
    assertThat(parent.inputReader().readLine()).isEqualTo("started");
    var children = parent.toHandle().descendants().toList();
    assertThat(children).hasSizeGreaterThanOrEqualTo(3);

    DoomedJvm.kill(parent, children, 20);

    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void childrenOfAProcessEndWithIt() throws Exception {
    try (var processes = ChildProcesses.under(directory)) {
      var script = new ProcessBuilder("sh", "-c", "sleep 600 >&- & echo $!");
      long left = Long.parseLong(processes.start(script).inputReader().readLine());

      waitForEnd(left);
    }
  }

  @Test
  void aProcessIsKilledWithAllItHasStarted() throws Exception {
    try (var processes = ChildProcesses.under(directory)) {
      var script = new ProcessBuilder("sh", "-c", "sleep 600 & echo $!; wait");
      Process process = processes.start(script);
      long started = Long.parseLong(process.inputReader().readLine());

      processes.kill(process);

      assertThat(process.isAlive()).isFalse();
      waitForEnd(started);
    }
  }

  @Test
  void aDatabaseThatALibraryStartedEndsWithTheParent() throws Exception {
    Process stranger;
    try (var processes = ChildProcesses.under(directory)) {
      Path data = processes.directory("data");
      stranger = new ProcessBuilder("sh", "-c", "read _", "postgres", "-D", data + "/").start();
    }
    assertThat(stranger.waitFor(5, TimeUnit.SECONDS)).isTrue();
  }

  private static void waitForEnd(long pid) throws Exception {
    var handle = ProcessHandle.of(pid);
    if (handle.isPresent()) {
      handle.get().onExit().get(5, TimeUnit.SECONDS);
    }
  }
}
