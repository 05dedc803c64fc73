package dev.shorts.emulator.lambda;

import dev.shorts.emulator.host.ChildProcesses;
import dev.shorts.emulator.lambda.InvocationResult.FunctionError;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One process of a function, which takes one event at a time. */
final class ExecutionEnvironment implements AutoCloseable {

  /** Lambda gives a start 10 s; a laptop that is busy with other things deserves more. */
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private final ChildProcesses processes;
  private final RuntimeApi api;
  private final Path temporary;
  private final Process process;

  /**
   * @param temporary the process's own, deleted with it
   */
  ExecutionEnvironment(
      ChildProcesses processes, RuntimeApi api, ProcessBuilder command, Path temporary)
      throws IOException {
    this.processes = processes;
    this.api = api;
    this.temporary = temporary;
    this.process = processes.start(command);
    process
        .onExit()
        .thenAccept(
            _ ->
                api.started()
                    .complete(Optional.of(new FunctionError(FunctionError.EXITED, end()))));
  }

  /** Waits until the handler is constructed; holds the reason if it can't be. */
  Optional<FunctionError> start() throws InterruptedException {
    try {
      return api.started().get(START_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      return Optional.of(
          new FunctionError(FunctionError.TIMED_OUT, "did not start in " + seconds(START_LIMIT)));
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Empty if the process had ended before it took the event. One that takes longer than {@code
   * timeout} is killed.
   */
  Optional<InvocationResult> invoke(Invocation invocation, Duration timeout)
      throws InterruptedException {
    api.offer(invocation);
    CompletableFuture<Process> exit = process.onExit();
    try {
      CompletableFuture.anyOf(invocation.answer(), exit)
          .get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      processes.kill(process);
      return Optional.of(
          error(invocation, FunctionError.TIMED_OUT, "Task timed out after " + seconds(timeout)));
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
    if (invocation.answer().isDone()) {
      return Optional.of(invocation.answer().join());
    }
    return invocation.taken().isDone()
        ? Optional.of(error(invocation, FunctionError.EXITED, end()))
        : Optional.empty();
  }

  /** For whoever wants to do it harm. */
  FunctionProcess sandbox(String function, String stream) {
    return new FunctionProcess(function, stream, processes, process, temporary);
  }

  void onExit(Runnable action) {
    process.onExit().thenRun(action);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    processes.kill(process);
    api.close();
    processes.delete(temporary);
  }

  /** In Lambda's words. */
  private static FunctionError error(Invocation invocation, String type, String message) {
    return new FunctionError(type, "RequestId: %s Error: %s".formatted(invocation.id(), message));
  }

  private String end() {
    int status = process.exitValue();
    return status > 128
        ? "Runtime exited with error: signal: " + (status - 128)
        : "Runtime exited with error: exit status " + status;
  }

  private static String seconds(Duration duration) {
    return "%.2f seconds".formatted(duration.toMillis() / 1000.0);
  }
}
