package dev.shorts.local.lambda;

import dev.shorts.local.process.ChildProcesses;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** Lambda: runs functions from their zips alone, each in JVMs of its own. */
public final class LambdaHost implements AutoCloseable {

  private final ChildProcesses processes;
  private final Path logs;
  private final Map<String, String> additions;
  private final InstantSource clock;
  private final Supplier<String> ids;
  private final RuntimeClient client;
  private final List<LambdaFunction> functions = new CopyOnWriteArrayList<>();

  /**
   * @param logs a folder; each function's output goes to a file there
   * @param additions environment variables that every function gets
   * @param ids a new request id each time, as UUIDs
   */
  public LambdaHost(
      ChildProcesses processes,
      Path logs,
      Map<String, String> additions,
      InstantSource clock,
      Supplier<String> ids)
      throws IOException {
    this.processes = processes;
    this.logs = logs;
    this.additions = Map.copyOf(additions);
    this.clock = clock;
    this.ids = ids;
    this.client = RuntimeClient.unpackedTo(processes.directory("runtime"));
  }

  /** Unpacks the function's zip; no process is started yet. */
  public LambdaFunction deploy(Function function) throws IOException {
    Path taskRoot = processes.directory("functions/" + function.name());
    Zip.unpack(function.zip(), taskRoot);
    var deployed =
        new LambdaFunction(
            function,
            () -> start(function, taskRoot),
            event -> new Invocation(ids.get(), event, clock.instant().plus(function.timeout())));
    functions.add(deployed);
    return deployed;
  }

  @Override
  public void close() {
    functions.parallelStream().forEach(LambdaFunction::close);
  }

  private Environment start(Function function, Path taskRoot) throws IOException {
    String stream = ids.get();
    Path temporary = processes.directory("tmp/" + function.name() + "-" + stream);
    var api = new RuntimeApi(function.arn());
    var command =
        new ProcessBuilder(new ArrayList<>(client.command(function, temporary)))
            .directory(taskRoot.toFile())
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(logs.resolve(function.name() + ".log").toFile()));
    command.environment().clear();
    command
        .environment()
        .putAll(EnvironmentVariables.of(function, taskRoot, api.address(), stream, additions));
    return new Environment(processes, api, command, temporary);
  }
}
