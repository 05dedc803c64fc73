package dev.shorts.transcode.ffmpeg;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * Runs a program on untrusted files: without an environment (ours holds credentials), without
 * standard input, without a shell, under resource limits, and terminated before {@link #run}
 * returns.
 */
record ChildProgram(CommandPrefix prefix, Path file) {

  /** Exit code of a launcher or a shell that can't execute the program. */
  private static final int CANNOT_RUN = 126;

  /** Result of a run. A failure is a result and not an exception, since broken input is common. */
  sealed interface Exit {
    /** The program exited with 0; {@code warnings} are for the log only. */
    record Done(List<String> warnings) implements Exit {}

    /** The program was killed because enough of its output had been read. */
    record Stopped() implements Exit {}

    record Failed(ErrorTail errors) implements Exit {}

    record TimedOut(Duration limit) implements Exit {}
  }

  /** Reads the program's output while it runs. */
  @FunctionalInterface
  interface Output {
    /**
     * @return true to kill the program because enough was read; false at the end of the output
     */
    boolean read(InputStream output) throws IOException;
  }

  /**
   * Runs the program to its end, or kills it after {@code limit}.
   *
   * @param directory working directory
   * @param output called on another thread
   * @throws IllegalStateException if the program can't be run, if reading its output fails, or if
   *     the calling thread is virtual: PR_SET_PDEATHSIG kills the program when the thread that
   *     started it ends, and a virtual thread's carrier may end early
   */
  Exit run(List<String> arguments, Path directory, Duration limit, Output output)
      throws InterruptedException {
    if (Thread.currentThread().isVirtual()) {
      throw new IllegalStateException("a program is started by a thread that outlives it");
    }
    var process = start(prefix.before(limit), arguments, directory);
    try {
      var errorTail = new ErrorTailReader();
      var enough = new CompletableFuture<Void>();
      var listener =
          Thread.ofVirtual().start(() -> drain(process.getInputStream(), output, enough));
      var errors =
          Thread.ofVirtual().start(() -> drain(process.getErrorStream(), errorTail::read, enough));
      if (!hasEnded(process, enough, limit)) {
        return new Exit.TimedOut(limit);
      }
      if (!enough.isDone()) {
        listener.join();
        errors.join();
      }
      return enough.isDone()
          ? new Exit.Stopped()
          : exit(new ErrorTail(process.exitValue(), errorTail.kept()));
    } finally {
      process.destroyForcibly().onExit().join();
    }
  }

  private static boolean hasEnded(Process process, CompletableFuture<Void> enough, Duration limit)
      throws InterruptedException {
    try {
      CompletableFuture.anyOf(process.onExit(), enough).get(limit.toNanos(), NANOSECONDS);
      return true;
    } catch (TimeoutException _) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Exit exit(ErrorTail errors) {
    return switch (errors.exitCode()) {
      case 0 -> new Exit.Done(errors.lines());
      case CANNOT_RUN -> throw new IllegalStateException(errors.toString());
      default -> new Exit.Failed(errors);
    };
  }

  private Process start(List<String> before, List<String> arguments, Path directory) {
    var command = new ArrayList<>(before);
    command.add(file.toString());
    command.addAll(arguments);
    var builder = new ProcessBuilder(command).redirectInput(new File("/dev/null"));
    builder.directory(directory.toFile()).environment().clear();
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void drain(InputStream stream, Output output, CompletableFuture<Void> enough) {
    try (stream) {
      if (output.read(stream)) {
        enough.complete(null);
      }
    } catch (IOException _) {
      // The program was killed: the waiting thread knows.
    } catch (RuntimeException e) {
      enough.completeExceptionally(e);
    }
  }
}
