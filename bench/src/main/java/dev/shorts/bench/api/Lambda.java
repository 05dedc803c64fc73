package dev.shorts.bench.api;

import dev.shorts.local.lambda.Function;
import dev.shorts.local.lambda.LambdaFunction;
import dev.shorts.local.lambda.LambdaHost;
import dev.shorts.local.lambda.Sandboxes;
import dev.shorts.local.process.ChildProcesses;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The local cloud's Lambda, with its functions on one core. */
final class Lambda implements AutoCloseable {

  private final ChildProcesses processes;
  private final Sandboxes sandboxes = new Sandboxes();
  private final LambdaHost host;
  private final Map<String, String> environment;

  /**
   * @param environment of every function
   */
  Lambda(List<String> launcher, Map<String, String> environment) throws IOException {
    this.environment = environment;
    this.processes = ChildProcesses.under(Path.of(System.getProperty("java.io.tmpdir")));
    this.host =
        new LambdaHost(
            processes,
            processes.directory("logs"),
            sandboxes,
            Map.of(),
            InstantSource.system(),
            () -> UUID.randomUUID().toString(),
            launcher);
  }

  /** For files of ours; it is gone afterwards. */
  Path directory() {
    return processes.directory();
  }

  LambdaFunction deploy(Subject subject, int memory) throws IOException, InterruptedException {
    return deploy(subject, memory, "%s-%d".formatted(subject.name(), memory), Map.of());
  }

  /**
   * @param more variables
   */
  LambdaFunction deploy(Subject subject, int memory, String name, Map<String, String> more)
      throws IOException, InterruptedException {
    var variables = new HashMap<>(environment);
    variables.putAll(more);
    return host.deploy(
        new Function(
            name,
            subject.zip(),
            subject.handler(),
            environment.get("AWS_SESSION_TOKEN"),
            memory,
            Duration.ofSeconds(25),
            variables,
            "JSON",
            List.of(),
            Duration.ZERO));
  }

  /** The one that runs. */
  Process process(LambdaFunction function) {
    return sandboxes.of(function.function().name()).stream()
        .map(sandbox -> sandbox.process())
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
