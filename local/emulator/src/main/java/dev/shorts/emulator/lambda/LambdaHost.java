package dev.shorts.emulator.lambda;

import dev.shorts.emulator.host.ChildProcesses;
import dev.shorts.emulator.host.WallClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** Lambda: runs functions from their zips alone, each in JVMs of its own. */
public final class LambdaHost implements AutoCloseable {

  private final ChildProcesses processes;
  private final Path logs;
  private final FunctionProcesses sandboxes;
  private final Map<String, String> additions;
  private final InstantSource clock;
  private final Supplier<String> ids;
  private final RuntimeClient client;
  private final List<LambdaFunction> functions = new CopyOnWriteArrayList<>();

  /**
   * @param logs a folder; each function's output goes to a file there
   * @param sandboxes where the processes are entered
   * @param additions environment variables that every function gets
   * @param ids a new request id each time, as UUIDs
   */
  public LambdaHost(
      ChildProcesses processes,
      Path logs,
      FunctionProcesses sandboxes,
      Map<String, String> additions,
      InstantSource clock,
      Supplier<String> ids)
      throws IOException {
    this(processes, logs, sandboxes, additions, clock, ids, List.of());
  }

  /**
   * @param launcher a program that starts each JVM, with its arguments; none if empty
   */
  public LambdaHost(
      ChildProcesses processes,
      Path logs,
      FunctionProcesses sandboxes,
      Map<String, String> additions,
      InstantSource clock,
      Supplier<String> ids,
      List<String> launcher)
      throws IOException {
    this.processes = processes;
    this.logs = logs;
    this.sandboxes = sandboxes;
    this.additions = Map.copyOf(additions);
    this.clock = clock;
    this.ids = ids;
    this.client = RuntimeClient.unpackedTo(processes.directory("runtime"), launcher);
  }

  /** Unpacks the function's zip; no process is started yet. */
  public LambdaFunction deploy(FunctionSettings function) throws IOException, InterruptedException {
    Path taskRoot = processes.directory("functions/" + function.name());
    FunctionZip.unpack(function.zip(), taskRoot);
    Path log = logs.resolve(function.name() + ".log");
    var variables = new HashMap<>(additions);
    if (!function.clockAhead().isZero()) {
      Path clocks = processes.directory("clocks/" + function.name());
      variables.putAll(WallClock.ahead(function.clockAhead(), clocks));
    }
    var deployed =
        new LambdaFunction(
            new Deployment(
                function, taskRoot, log, processes, client, sandboxes, variables, clock, ids));
    functions.add(deployed);
    return deployed;
  }

  @Override
  public void close() {
    functions.parallelStream().forEach(LambdaFunction::close);
  }
}
