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

/** Runs one process of a function, which takes one event at a time. */
final class ExecutionEnvironment implements AutoCloseable {

  /** Lambda allows a start 10 s; a busy laptop needs more. */
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private final ChildProcesses processes;
  private final RuntimeApi api;
  private final Path temporary;
  private final Process process;

  /**
   * @param temporary directory of the process, deleted with it
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

  /** Waits until the handler is constructed; gives the error if that fails. */
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
   * Runs one invocation, and kills the process if it takes longer than {@code timeout}.
   *
   * @return empty if the process had ended before it took the event
   */
  Optional<InvocationResult> invoke(Invocation invocation, Duration timeout)
      throws InterruptedException {
    api.offer(invocation);
    CompletableFuture<Process> exit = process.onExit();
    try {
      CompletableFuture.anyOf(invocation.result(), exit)
          .get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      processes.kill(process);
      return Optional.of(
          error(invocation, FunctionError.TIMED_OUT, "Task timed out after " + seconds(timeout)));
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
    if (invocation.result().isDone()) {
      return Optional.of(invocation.result().join());
    }
    return invocation.taken().isDone()
        ? Optional.of(error(invocation, FunctionError.EXITED, end()))
        : Optional.empty();
  }

  /** Handle for fault injection. */
  FunctionProcess process(String function, String stream) {
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

  /** An error with Lambda's message. */
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
