package dev.shorts.emulator.lambda;

import dev.shorts.emulator.host.ChildProcesses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A function's process, for whoever wants to do it harm.
 *
 * @param function its name
 * @param stream names the process, as its log stream does
 * @param temporary the process's own temporary directory
 */
public record FunctionProcess(
    String function, String stream, ChildProcesses processes, Process process, Path temporary) {

  /**
   * Ends it and all that it has started, at once, as Lambda does when memory runs out.
   *
   * @return false if it had ended before
   */
  public boolean kill() {
    boolean alive = process.isAlive();
    processes.kill(process);
    return alive;
  }

  /**
   * Stops it and all that it has started in their tracks, until {@link #thaw}.
   *
   * @return false if it has ended
   */
  public boolean freeze() {
    return signal("STOP");
  }

  /**
   * @return false if it has ended
   */
  public boolean thaw() {
    return signal("CONT");
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
   * @param file in its temporary directory
   * @return false if it is there already, or its folder isn't
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
