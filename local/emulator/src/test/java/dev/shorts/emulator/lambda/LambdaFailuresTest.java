package dev.shorts.emulator.lambda;

import static dev.shorts.emulator.lambda.TestHost.invoke;
import static dev.shorts.emulator.lambda.TestHost.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shorts.emulator.lambda.InvocationResult.FunctionError;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LambdaFailuresTest {

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
  void anExceptionOfTheHandlerIsAFunctionError() throws Exception {
    assertThat(invoke(lambda.function(), "throw no such scene"))
        .isEqualTo(new FunctionError("java.lang.IllegalArgumentException", "no such scene"));
  }

  @Test
  void aProcessThatEndsIsAnErrorAndIsReplaced() throws Exception {
    assertThat(invoke(lambda.function(), "exit 3"))
        .matches(
            result ->
                result instanceof FunctionError(var type, var message)
                    && type.equals("Runtime.ExitError")
                    && message.endsWith("Error: Runtime exited with error: exit status 3"));
    assertThat(text(lambda.function(), "say again")).isEqualTo("again");
  }

  @Test
  void aTimeOutKillsTheProcessAndItsChildren() throws Exception {
    var slow =
        lambda.host().deploy(TestFunction.with(lambda.settings(), Duration.ofSeconds(2), Map.of()));
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
  void aHandlerThatCannotBeConstructedReportsTheReason() throws Exception {
    var environment = Map.of("REFUSE", "environment lacks DATABASE_NAME");
    var refusing =
        lambda
            .host()
            .deploy(TestFunction.with(lambda.settings(), Duration.ofSeconds(20), environment));

    assertThat(refusing.warmUp().map(FunctionError::message))
        .hasValueSatisfying(message -> assertThat(message).contains("lacks DATABASE_NAME"));
  }

  @Test
  void aMissingZipIsNamed() {
    var missing =
        new FunctionSettings(
            "Missing",
            new FunctionSettings.Code(directory.resolve("no.zip"), "x.Y", List.of()),
            "TestRole",
            new FunctionSettings.Limits(256, Duration.ofSeconds(1)),
            Map.of(),
            "JSON",
            Duration.ZERO);

    assertThatThrownBy(() -> lambda.host().deploy(missing))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageEndingWith("no.zip");
  }
}
