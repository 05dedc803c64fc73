package dev.shorts.emulator.lambda;

import dev.shorts.emulator.host.ChildProcesses;
import dev.shorts.emulator.host.JsonCodec;
import dev.shorts.emulator.lambda.InvocationResult.FunctionError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A function whose zip is unpacked: how its processes are started and its events numbered.
 *
 * @param log what the function prints, and a line of ours for each event that it failed on
 * @param sandboxes where its processes are entered
 * @param additions environment variables that the template doesn't say
 */
record Deployment(
    FunctionSettings function,
    Path taskRoot,
    Path log,
    ChildProcesses processes,
    RuntimeClient client,
    FunctionProcesses sandboxes,
    Map<String, String> additions,
    InstantSource clock,
    Supplier<String> ids) {

  /** It isn't waited for. */
  ExecutionEnvironment start() throws IOException {
    String stream = ids.get();
    Path temporary = processes.directory("tmp/" + function.name() + "-" + stream);
    var api = new RuntimeApi(function.arn());
    var command =
        new ProcessBuilder(new ArrayList<>(client.command(function, temporary)))
            .directory(taskRoot.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    command.environment().clear();
    command
        .environment()
        .putAll(EnvironmentVariables.of(function, taskRoot, api.address(), stream, additions));
    var environment = new ExecutionEnvironment(processes, api, command, temporary);
    var sandbox = environment.sandbox(function.name(), stream);
    sandboxes.add(sandbox);
    environment.onExit(() -> sandboxes.remove(sandbox));
    return environment;
  }

  /** Its deadline is in the function's own time. */
  Invocation invocation(byte[] event) {
    var start = clock.instant().plus(function.clockAhead());
    return new Invocation(ids.get(), event, start.plus(function.timeout()));
  }

  /** As Lambda itself logs it. */
  void report(FunctionError error) {
    var record = new LinkedHashMap<String, Object>();
    record.put("status", error.type().equals(FunctionError.TIMED_OUT) ? "timeout" : "error");
    record.put("errorType", error.type());
    record.put("errorMessage", error.message());
    var line = new LinkedHashMap<String, Object>();
    line.put("time", clock.instant().toString());
    line.put("type", "platform.report");
    line.put("record", record);
    try {
      Files.writeString(
          log, JsonCodec.text(line) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
