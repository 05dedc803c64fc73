package dev.shorts.emulator.lambda;

import static dev.shorts.emulator.lambda.TestHost.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LambdaHostTest {

  @TempDir private static Path directory;

  private static TestHost lambda;

  @BeforeAll
  static void deploy() throws Exception {
    lambda = TestHost.in(directory);
  }

  @AfterAll
  static void close() throws IOException {
    lambda.close();
  }

  @Test
  void anInvocationReturnsTheOutputOfTheHandler() throws Exception {
    assertThat(text(lambda.function(), "say Füße")).isEqualTo("Füße");
    assertThat(directory.resolve("TestFunction.log")).content().contains("said Füße");
  }

  @Test
  void theHandlerHasTheEnvironmentVariablesOfLambdaOnly() throws Exception {
    Path root = lambda.processes().directory().resolve("functions/TestFunction");

    var variables =
        List.of(text(lambda.function(), "variables").replaceAll("[{}]", "").split(", "));

    assertThat(variables)
        .filteredOn(
            line ->
                !line.matches(
                    "AWS_LAMBDA_(RUNTIME_API|LOG_STREAM_NAME)=.+|AWS_SDK_UA_APP_ID=.+|_HANDLER=.+"))
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
            "AWS_SECRET_ACCESS_KEY=test",
            "AWS_SESSION_TOKEN=TestRole",
            "GREETING=hello",
            "LAMBDA_TASK_ROOT=" + root,
            "LANG=en_US.UTF-8",
            "LD_LIBRARY_PATH=" + root + ":" + root.resolve("lib"),
            "PATH=/usr/local/bin:/usr/bin:/bin",
            "TZ=:UTC");
    assertThat(variables).hasSize(23);
  }

  @Test
  void theClassPathHasOnlyTheClientAndTheZip() throws Exception {
    var jars =
        Arrays.stream(text(lambda.function(), "property java.class.path").split(":"))
            .map(jar -> Path.of(jar).getFileName().toString().replaceFirst("-[0-9.]+jar", ""));

    assertThat(jars)
        .containsExactlyInAnyOrder(
            "aws-lambda-java-runtime-interface-client",
            "aws-lambda-java-core",
            "aws-lambda-java-serialization",
            "utils-lite");
  }

  @Test
  void theContextDescribesTheRequest() throws Exception {
    var request = text(lambda.function(), "request").split(" ");

    assertThat(request[0]).matches("[0-9a-f-]{36}");
    assertThat(request[1]).isEqualTo("arn:aws:lambda:us-east-1:000000000000:function:TestFunction");
    assertThat(Integer.parseInt(request[2])).isBetween(1, 20_000);
  }

  @Test
  void concurrentEventsGetSeparateProcesses() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = threads.submit(() -> text(lambda.function(), "run sleep 1"));
      var second = threads.submit(() -> text(lambda.function(), "run sleep 1"));
      first.get();
      second.get();
    }
    try (var log = Files.list(lambda.processes().directory().resolve("tmp"))) {
      assertThat(log.filter(name -> name.getFileName().toString().startsWith("TestFunction-")))
          .hasSizeGreaterThanOrEqualTo(2);
    }
  }

  @Test
  void aClosedFunctionStartsANewEnvironment() throws Exception {
    text(lambda.function(), "request");
    lambda.function().close();

    assertThat(lambda.function().warmUp()).isEmpty();

    try (var running = Files.list(lambda.processes().directory().resolve("tmp"))) {
      assertThat(running).hasSize(1);
    }
  }
}
