package dev.shorts.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.emulator.host.DoomedJvm;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashTest {

  @TempDir private Path directory;

  /** A local cloud in a process of its own, which waits to be killed. */
  static final class Parent {
    public static void main(String[] arguments) throws Exception {
      new LocalCloud(SmallCloud.in(Path.of(arguments[0])), System.err::println).start();
      System.out.println("up");
      Thread.currentThread().join();
    }
  }

  @Test
  void aKilledLocalCloudLeavesNoProcessAndNoFile() throws Exception {
    Process parent = DoomedJvm.start(Parent.class, directory);
    assertThat(parent.inputReader().readLine()).isEqualTo("up");
    Path work = directory.resolve("work");
    var ours =
        ProcessHandle.allProcesses()
            .filter(
                process ->
                    process.info().commandLine().filter(all -> all.contains("" + work)).isPresent())
            .filter(process -> process.pid() != parent.pid())
            .toList();
    assertThat(ours).as("a janitor, PostgreSQL and a function").hasSizeGreaterThanOrEqualTo(3);

    DoomedJvm.kill(parent, ours, 60);

    assertThat(work).isEmptyDirectory();
  }
}
