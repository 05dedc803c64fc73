package dev.shorts.emulator.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Starts processes and creates files that do not outlive this process, however it ends: a small
 * shell process ({@code janitor.sh}) holds the other end of a pipe and cleans up when that closes.
 */
public final class ChildProcesses implements AutoCloseable {

  /**
   * Records the process id before the shell becomes the command, so that none is missed, and drops
   * the variables that a shell adds.
   */
  private static final String RECORDED =
      ": >\"$0/pids/$$\" && unset PWD OLDPWD SHLVL _ && exec \"$@\"";

  private final Path directory;
  private final List<String> ownSession;
  private final Process janitor;

  private ChildProcesses(Path directory, List<String> ownSession, Process janitor) {
    this.directory = directory;
    this.ownSession = ownSession;
    this.janitor = janitor;
  }

  /** Creates the directory below {@code parent} and starts the janitor. */
  public static ChildProcesses under(Path parent) throws IOException {
    Path directory = Files.createTempDirectory(parent, "shorts-local-").toRealPath();
    Files.createDirectory(directory.resolve("pids"));
    List<String> ownSession = ownSession();
    var command = new ArrayList<>(ownSession);
    command.addAll(List.of("sh", "-c", script(), directory.toString()));
    Process janitor =
        new ProcessBuilder(command)
            .directory(new File("/"))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    return new ChildProcesses(directory, ownSession, janitor);
  }

  /** The directory, which is deleted with its content when this process ends. */
  public Path directory() {
    return directory;
  }

  /** Creates a directory within the directory. */
  public Path directory(String name) throws IOException {
    return Files.createDirectories(directory.resolve(name));
  }

  /** Deletes a directory early; ignores one that does not exist. */
  public void delete(Path part) {
    if (Files.notExists(part)) {
      return;
    }
    try (var files = Files.walk(part)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Starts {@code builder}'s command in a new session, which the terminal's Ctrl-C does not reach.
   */
  public Process start(ProcessBuilder builder) throws IOException {
    var command = new ArrayList<>(List.of("sh", "-c", RECORDED, directory.toString()));
    command.addAll(ownSession);
    command.addAll(builder.command());
    Process process = builder.command(command).start();
    process.onExit().thenAcceptAsync(this::ended, Thread::startVirtualThread);
    return process;
  }

  /**
   * Sends a signal to {@code process} and everything that it has started.
   *
   * @param name such as {@code STOP}
   */
  public void signal(Process process, String name) {
    signalSession(process.pid(), name);
  }

  /** Kills {@code process} and everything that it has started. */
  public void kill(Process process) {
    process.destroyForcibly();
    process.onExit().join();
    signalSession(process.pid(), "KILL");
  }

  /** Kills what an ended process has started. */
  private void ended(Process process) {
    signalSession(process.pid(), "KILL");
    forget(process.pid());
  }

  private static void signalSession(long leader, String name) {
    try {
      new ProcessBuilder("sh", "-c", "kill -s $1 -- \"-$0\" 2>&-", Long.toString(leader), name)
          .start()
          .onExit()
          .join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets the janitor clean up, as it does after a crash: there is only one way. */
  @Override
  public void close() throws IOException {
    janitor.getOutputStream().close();
    try {
      janitor.waitFor();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void forget(long pid) {
    try {
      Files.deleteIfExists(directory.resolve("pids").resolve(Long.toString(pid)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The command that starts another in a new session: setsid on Linux, Perl on macOS. */
  private static List<String> ownSession() {
    return Files.isExecutable(Path.of("/usr/bin/setsid"))
        ? List.of("setsid")
        : List.of("perl", "-MPOSIX=setsid", "-e", "setsid; exec @ARGV", "--");
  }

  private static String script() throws IOException {
    try (var script = ChildProcesses.class.getResourceAsStream("janitor.sh")) {
      return new String(script.readAllBytes(), UTF_8);
    }
  }
}
