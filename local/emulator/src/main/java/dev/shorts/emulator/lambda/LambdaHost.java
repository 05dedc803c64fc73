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

/**
 * Runs functions from their zips as Lambda does, each execution environment in a JVM of its own.
 */
public final class LambdaHost implements AutoCloseable {

  private final Workspace workspace;
  private final Map<String, String> additions;
  private final InstantSource clock;
  private final Supplier<String> ids;
  private final RuntimeClient client;
  private final List<LambdaFunction> functions = new CopyOnWriteArrayList<>();

  /**
   * The processes of the functions and the folder of their output.
   *
   * @param running registers the process of each execution environment
   * @param logs a folder with one file for each function
   */
  public record Workspace(ChildProcesses processes, FunctionProcesses running, Path logs) {}

  /**
   * @param additions environment variables of every function
   * @param ids a new request id each time, as UUIDs
   */
  public LambdaHost(
      Workspace workspace, Map<String, String> additions, InstantSource clock, Supplier<String> ids)
      throws IOException {
    this(workspace, additions, clock, ids, List.of());
  }

  /**
   * @param launcher prefix of each JVM's command line; may be empty
   */
  public LambdaHost(
      Workspace workspace,
      Map<String, String> additions,
      InstantSource clock,
      Supplier<String> ids,
      List<String> launcher)
      throws IOException {
    this.workspace = workspace;
    this.additions = Map.copyOf(additions);
    this.clock = clock;
    this.ids = ids;
    this.client = RuntimeClient.unpackedTo(workspace.processes().directory("runtime"), launcher);
  }

  /** Unpacks the function's zip; the first invocation starts a process. */
  public LambdaFunction deploy(FunctionSettings function) throws IOException, InterruptedException {
    Path taskRoot = workspace.processes().directory("functions/" + function.name());
    FunctionZip.unpack(function.code().zip(), taskRoot);
    var variables = new HashMap<>(additions);
    if (!function.clockAhead().isZero()) {
      Path clocks = workspace.processes().directory("clocks/" + function.name());
      variables.putAll(WallClock.ahead(function.clockAhead(), clocks));
    }
    var deployed =
        new LambdaFunction(
            new Deployment(function, taskRoot, workspace, client, variables, clock, ids));
    functions.add(deployed);
    return deployed;
  }

  @Override
  public void close() {
    functions.parallelStream().forEach(LambdaFunction::close);
  }
}
