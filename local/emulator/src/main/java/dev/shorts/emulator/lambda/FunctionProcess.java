package dev.shorts.emulator.lambda;

import dev.shorts.emulator.host.ChildProcesses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Kills, freezes or disturbs the process of an execution environment, for fault injection.
 *
 * @param function name of the function
 * @param stream log stream of the process, which identifies it
 * @param temporary temporary directory of the process
 */
public record FunctionProcess(
    String function, String stream, ChildProcesses processes, Process process, Path temporary) {

  /**
   * Kills the process and all that it has started, as Lambda does when memory runs out.
   *
   * @return false if the process had ended before
   */
  public boolean kill() {
    boolean alive = process.isAlive();
    processes.kill(process);
    return alive;
  }

  /**
   * Stops the process and all that it has started until {@link #thaw}.
   *
   * @return false if the process has ended
   */
  public boolean freeze() {
    return signal("STOP");
  }

  /**
   * Continues a frozen process.
   *
   * @return false if the process has ended
   */
  public boolean thaw() {
    return signal("CONT");
  }

  /**
   * Kills the programs of this name that the process has started, as the kernel does when memory
   * runs out.
   *
   * @return how many were killed
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
   * Makes writes to a file fail as on a full disk.
   *
   * @param file path in the temporary directory
   * @return false if the file exists already, or its folder does not
   */
  public boolean fillDiskFor(String file) {
    try {
      Files.createSymbolicLink(temporary.resolve(file), Path.of("/dev/full"));
      return true;
    } catch (FileAlreadyExistsException | NoSuchFileException _) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean signal(String name) {
    boolean alive = process.isAlive();
    if (alive) {
      processes.signal(process, name);
    }
    return alive;
  }
}
