package dev.shorts.emulator.host;

import static dev.shorts.emulator.lambda.TestHost.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.emulator.lambda.LambdaFunction;
import dev.shorts.emulator.lambda.TestFunction;
import dev.shorts.emulator.lambda.TestHost;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WallClockTest {

  private static final Duration AHEAD = Duration.ofMinutes(10);

  @TempDir private static Path directory;

  private static TestHost lambda;
  private static LambdaFunction function;

  @BeforeAll
  static void deploy() throws Exception {
    lambda = TestHost.in(directory);
    var other = TestFunction.with(lambda.settings(), Duration.ofSeconds(20), Map.of());
    function = lambda.host().deploy(other.with(Map.of(), AHEAD));
  }

  @AfterAll
  static void close() throws IOException {
    lambda.close();
  }

  @Test
  void onlyTheWallClockIsSetAhead() throws Exception {
    text(function, "say warm");
    long before = System.currentTimeMillis() + AHEAD.toMillis();
    var clocks = Stream.of(text(function, "clocks").split(" ")).map(Long::parseLong).toList();
    long after = System.currentTimeMillis() + AHEAD.toMillis();

    assertThat(clocks.getFirst()).isBetween(before, after);
    assertThat(Duration.ofNanos(System.nanoTime() - clocks.getLast()))
        .isBetween(Duration.ZERO, Duration.ofSeconds(20));
  }

  @Test
  void theDeadlineIsByTheFunctionsClock() throws Exception {
    var request = text(function, "request").split(" ");

    assertThat(Integer.parseInt(request[2])).isBetween(1, 20_000);
  }
}
