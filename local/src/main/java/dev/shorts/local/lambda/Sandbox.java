package dev.shorts.local.lambda;

import dev.shorts.local.process.ChildProcesses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A function's running process, for whoever wants to do it harm.
 *
 * @param function its name
 * @param temporary the process's own temporary directory
 */
public record Sandbox(String function, ChildProcesses processes, Process process, Path temporary) {

  /** Ends it and all that it has started, at once, as Lambda does when memory runs out. */
  public void kill() {
    processes.kill(process);
  }

  /** Stops it and all that it has started in their tracks, until {@link #thaw}. */
  public void freeze() {
    processes.signal(process, "STOP");
  }

  public void thaw() {
    processes.signal(process, "CONT");
  }

  /**
   * Ends a program that it has started, as the kernel does when memory runs out.
   *
   * @return how many there were
   */
  public int killProgram(String name) {
    return (int)
        process
            .descendants()
            .filter(child -> child.info().command().orElse("").endsWith("/" + name))
            .filter(ProcessHandle::destroyForcibly)
            .count();
  }

  /**
   * From now on there is no space left for that file.
   *
   * @param file in its temporary directory, not yet there
   */
  public void fillDiskFor(String file) {
    try {
      Files.createSymbolicLink(temporary.resolve(file), Path.of("/dev/full"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
