package dev.shorts.local.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.local.lambda.InvocationResult.Payload;
import dev.shorts.local.process.ChildProcesses;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;

/** A host with {@link TestFunction} deployed; logs go to the directory. */
record TestHost(
    ChildProcesses processes, LambdaHost host, Function settings, LambdaFunction function)
    implements AutoCloseable {

  static TestHost in(Path directory) throws Exception {
    var processes = ChildProcesses.under(directory);
    var host =
        new LambdaHost(
            processes,
            directory,
            new Sandboxes(),
            Map.of("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:1"),
            InstantSource.system(),
            () -> UUID.randomUUID().toString());
    Function settings = TestFunction.in(directory);
    return new TestHost(processes, host, settings, host.deploy(settings));
  }

  static InvocationResult invoke(LambdaFunction function, String event) throws Exception {
    return function.invoke(event.getBytes(UTF_8));
  }

  static String text(LambdaFunction function, String event) throws Exception {
    return ((Payload) invoke(function, event)).text();
  }

  @Override
  public void close() throws IOException {
    host.close();
    processes.close();
    assertThat(processes.directory()).doesNotExist();
  }
}
