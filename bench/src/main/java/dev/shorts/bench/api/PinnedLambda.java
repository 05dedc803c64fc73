package dev.shorts.bench.api;

import dev.shorts.emulator.host.ChildProcesses;
import dev.shorts.emulator.lambda.FunctionProcesses;
import dev.shorts.emulator.lambda.FunctionSettings;
import dev.shorts.emulator.lambda.LambdaFunction;
import dev.shorts.emulator.lambda.LambdaHost;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Runs the local cloud's Lambda with its functions on one core. */
final class PinnedLambda implements AutoCloseable {

  private final ChildProcesses processes;
  private final FunctionProcesses running = new FunctionProcesses();
  private final LambdaHost host;
  private final Map<String, String> environment;

  /**
   * @param environment of every function
   */
  PinnedLambda(List<String> launcher, Map<String, String> environment) throws IOException {
    this.environment = environment;
    this.processes = ChildProcesses.under(Path.of(System.getProperty("java.io.tmpdir")));
    this.host =
        new LambdaHost(
            new LambdaHost.Workspace(processes, running, processes.directory("logs")),
            Map.of(),
            InstantSource.system(),
            () -> UUID.randomUUID().toString(),
            launcher);
  }

  /** For files of ours; it is gone afterwards. */
  Path directory() {
    return processes.directory();
  }

  LambdaFunction deploy(BenchedFunction subject, int memory)
      throws IOException, InterruptedException {
    return deploy(subject, memory, "%s-%d".formatted(subject.name(), memory), Map.of());
  }

  /**
   * @param more variables
   */
  LambdaFunction deploy(BenchedFunction subject, int memory, String name, Map<String, String> more)
      throws IOException, InterruptedException {
    var variables = new HashMap<>(environment);
    variables.putAll(more);
    return host.deploy(
        new FunctionSettings(
            name,
            new FunctionSettings.Code(subject.zip(), subject.handler(), List.of()),
            environment.get("AWS_SESSION_TOKEN"),
            new FunctionSettings.Limits(memory, Duration.ofSeconds(25)),
            variables,
            "JSON",
            Duration.ZERO));
  }

  /** The one that runs. */
  Process process(LambdaFunction function) {
    return running.of(function.function().name()).stream()
        .map(process -> process.process())
        .filter(Process::isAlive)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() throws IOException {
    host.close();
    processes.close();
  }
}
