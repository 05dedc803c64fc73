package dev.shorts.local.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shorts.local.lambda.InvocationResult.FunctionError;
import dev.shorts.local.lambda.InvocationResult.Payload;
import dev.shorts.local.process.ChildProcesses;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LambdaHostTest {

  @TempDir private static Path directory;

  private static ChildProcesses processes;
  private static LambdaHost host;
  private static Function function;
  private static LambdaFunction lambda;

  @BeforeAll
  static void deploy() throws Exception {
    processes = ChildProcesses.under(directory);
    host =
        new LambdaHost(
            processes,
            directory,
            Map.of("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:1"),
            InstantSource.system(),
            () -> UUID.randomUUID().toString());
    function = TestFunction.in(directory);
    lambda = host.deploy(function);
  }

  @AfterAll
  static void close() throws Exception {
    host.close();
    processes.close();
    assertThat(processes.directory()).doesNotExist();
  }

  @Test
  void answersWithWhatTheHandlerWrote() throws Exception {
    assertThat(text(lambda, "say Füße")).isEqualTo("Füße");
    assertThat(directory.resolve("TestFunction.log")).content().contains("said Füße");
  }

  @Test
  void theHandlerFindsTheEnvironmentThatLambdaSetsAndNothingOfOurs() throws Exception {
    Path root = processes.directory().resolve("functions/TestFunction");

    var variables = List.of(text(lambda, "variables").replaceAll("[{}]", "").split(", "));

    assertThat(variables)
        .filteredOn(
            line -> !line.matches("AWS_LAMBDA_(RUNTIME_API|LOG_STREAM_NAME)=.+|_HANDLER=.+"))
        .containsExactly(
            "AWS_ACCESS_KEY_ID=local",
            "AWS_DEFAULT_REGION=us-east-1",
            "AWS_ENDPOINT_URL_S3=http://127.0.0.1:1",
            "AWS_EXECUTION_ENV=AWS_Lambda_java25",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE=256",
            "AWS_LAMBDA_FUNCTION_NAME=TestFunction",
            "AWS_LAMBDA_FUNCTION_VERSION=$LATEST",
            "AWS_LAMBDA_INITIALIZATION_TYPE=on-demand",
            "AWS_LAMBDA_LOG_FORMAT=JSON",
            "AWS_LAMBDA_LOG_GROUP_NAME=/aws/lambda/TestFunction",
            "AWS_REGION=us-east-1",
            "AWS_SECRET_ACCESS_KEY=local-secret",
            "AWS_SESSION_TOKEN=local-session",
            "GREETING=hello",
            "LAMBDA_TASK_ROOT=" + root,
            "LANG=en_US.UTF-8",
            "LD_LIBRARY_PATH=" + root + ":" + root.resolve("lib"),
            "PATH=/usr/local/bin:/usr/bin:/bin",
            "TZ=:UTC");
    assertThat(variables).hasSize(22);
  }

  @Test
  void nothingButTheClientAndTheZipIsOnTheClassPath() throws Exception {
    var jars =
        Arrays.stream(text(lambda, "property java.class.path").split(":"))
            .map(jar -> Path.of(jar).getFileName().toString().replaceFirst("-[0-9.]+jar", ""));

    assertThat(jars)
        .containsExactlyInAnyOrder(
            "aws-lambda-java-runtime-interface-client",
            "aws-lambda-java-core",
            "aws-lambda-java-serialization",
            "utils-lite");
  }

  @Test
  void theContextKnowsTheRequest() throws Exception {
    assertThat(text(lambda, "request"))
        .matches("[0-9a-f-]{36} arn:aws:lambda:us-east-1:000000000000:function:TestFunction 1\\d+");
  }

  @Test
  void whatTheHandlerThrowsIsAFunctionError() throws Exception {
    assertThat(invoke(lambda, "throw no such scene"))
        .isEqualTo(new FunctionError("java.lang.IllegalArgumentException", "no such scene"));
  }

  @Test
  void aProcessThatEndsIsAnErrorAndIsReplaced() throws Exception {
    assertThat(invoke(lambda, "exit 3"))
        .matches(
            result ->
                result instanceof FunctionError(var type, var message)
                    && type.equals("Runtime.ExitError")
                    && message.endsWith("Error: Runtime exited with error: exit status 3"));
    assertThat(text(lambda, "say again")).isEqualTo("again");
  }

  @Test
  void aTimeOutKillsTheProcessAndAllItHasStarted() throws Exception {
    var slow = host.deploy(TestFunction.with(function, Duration.ofSeconds(2), Map.of()));
    long started = Long.parseLong(text(slow, "start sleep 600"));

    assertThat(invoke(slow, "hang"))
        .matches(
            result ->
                result instanceof FunctionError(var type, var message)
                    && type.equals("Sandbox.Timedout")
                    && message.endsWith("Error: Task timed out after 2.00 seconds"));

    var left = ProcessHandle.of(started);
    if (left.isPresent()) {
      left.get().onExit().get(5, TimeUnit.SECONDS);
    }
    assertThat(text(slow, "say again")).isEqualTo("again");
    assertThat(directory.resolve(slow.function().name() + ".log"))
        .content()
        .contains("\"type\":\"platform.report\",\"record\":{\"status\":\"timeout\"");
  }

  @Test
  void aHandlerThatCantBeMadeSaysWhy() throws Exception {
    var environment = Map.of("REFUSE", "environment lacks DATABASE_NAME");
    var refusing = host.deploy(TestFunction.with(function, Duration.ofSeconds(20), environment));

    assertThat(refusing.warmUp().map(FunctionError::message))
        .hasValueSatisfying(message -> assertThat(message).contains("lacks DATABASE_NAME"));
  }

  @Test
  void eventsAtTheSameTimeGetProcessesOfTheirOwn() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = threads.submit(() -> text(lambda, "run sleep 1"));
      var second = threads.submit(() -> text(lambda, "run sleep 1"));
      first.get();
      second.get();
    }
    try (var log = Files.list(processes.directory().resolve("tmp"))) {
      assertThat(log.filter(name -> name.getFileName().toString().startsWith("TestFunction-")))
          .hasSizeGreaterThanOrEqualTo(2);
    }
  }

  @Test
  void aMissingZipIsNamed() {
    var missing =
        new Function(
            "Missing",
            directory.resolve("no.zip"),
            "x.Y",
            256,
            Duration.ofSeconds(1),
            Map.of(),
            "JSON",
            List.of());

    assertThatThrownBy(() -> host.deploy(missing))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageEndingWith("no.zip");
  }

  private static InvocationResult invoke(LambdaFunction lambda, String event) throws Exception {
    return lambda.invoke(event.getBytes(UTF_8));
  }

  private static String text(LambdaFunction lambda, String event) throws Exception {
    return ((Payload) invoke(lambda, event)).text();
  }
}
