package dev.shorts.emulator.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.emulator.host.ChildProcesses;
import dev.shorts.emulator.lambda.InvocationResult.Payload;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;

/** A host with {@link TestFunction} deployed; logs go to the directory. */
public record TestHost(
    ChildProcesses processes, LambdaHost host, FunctionSettings settings, LambdaFunction function)
    implements AutoCloseable {

  public static TestHost in(Path directory) throws Exception {
    var processes = ChildProcesses.under(directory);
    var host =
        new LambdaHost(
            new LambdaHost.Workspace(processes, new FunctionProcesses(), directory),
            Map.of("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:1"),
            InstantSource.system(),
            () -> UUID.randomUUID().toString());
    FunctionSettings settings = TestFunction.in(directory);
    return new TestHost(processes, host, settings, host.deploy(settings));
  }

  static InvocationResult invoke(LambdaFunction function, String event) throws Exception {
    return function.invoke(event.getBytes(UTF_8));
  }

  public static String text(LambdaFunction function, String event) throws Exception {
    return ((Payload) invoke(function, event)).text();
  }

  @Override
  public void close() throws IOException {
    host.close();
    processes.close();
    assertThat(processes.directory()).doesNotExist();
  }
}
