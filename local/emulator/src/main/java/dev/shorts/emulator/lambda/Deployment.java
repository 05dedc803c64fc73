package dev.shorts.emulator.lambda;

import dev.shorts.emulator.host.JsonCodec;
import dev.shorts.emulator.lambda.InvocationResult.FunctionError;
import dev.shorts.emulator.lambda.LambdaHost.Workspace;
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
 * Starts the processes of a function whose zip is unpacked, and gives its events request ids.
 *
 * @param additions environment variables that the template does not set
 */
record Deployment(
    FunctionSettings function,
    Path taskRoot,
    Workspace workspace,
    RuntimeClient client,
    Map<String, String> additions,
    InstantSource clock,
    Supplier<String> ids) {

  /** Starts a process and does not wait until it is ready. */
  ExecutionEnvironment start() throws IOException {
    String stream = ids.get();
    Path temporary = workspace.processes().directory("tmp/" + function.name() + "-" + stream);
    var api = new RuntimeApi(function.arn());
    var command =
        new ProcessBuilder(new ArrayList<>(client.command(function, temporary)))
            .directory(taskRoot.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
    command.environment().clear();
    command
        .environment()
        .putAll(EnvironmentVariables.of(function, taskRoot, api.address(), stream, additions));
    var environment = new ExecutionEnvironment(workspace.processes(), api, command, temporary);
    var process = environment.process(function.name(), stream);
    workspace.running().add(process);
    environment.onExit(() -> workspace.running().remove(process));
    return environment;
  }

  /** Gives an event a request id and a deadline by the function's own clock. */
  Invocation invocation(byte[] event) {
    var start = clock.instant().plus(function.clockAhead());
    return new Invocation(ids.get(), event, start.plus(function.limits().timeout()));
  }

  /** Holds the function's output and a line for each failed invocation. */
  private Path log() {
    return workspace.logs().resolve(function.name() + ".log");
  }

  /** Logs a failed invocation as Lambda does. */
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
          log(), JsonCodec.text(line) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
