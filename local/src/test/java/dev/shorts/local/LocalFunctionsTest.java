package dev.shorts.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shorts.emulator.lambda.FunctionSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalFunctionsTest {

  private static final Duration AHEAD = Duration.ofSeconds(-600);

  private final List<FunctionSettings> functions = List.of(function("Play"), function("Work"));

  @Test
  void aClockIsSetForOneFunction() throws Exception {
    assertThat(LocalFunctions.equipped(functions, Map.of(), Map.of("Work", AHEAD)))
        .extracting(FunctionSettings::clockAhead)
        .containsExactly(Duration.ZERO, AHEAD);
  }

  @Test
  void aClockForAnUnknownFunctionIsRefused() {
    assertThatThrownBy(() -> LocalFunctions.equipped(functions, Map.of(), Map.of("Wrok", AHEAD)))
        .isInstanceOf(StartException.class)
        .hasMessage("There is no function Wrok, only Play, Work.");
  }

  private static FunctionSettings function(String name) {
    return new FunctionSettings(
        name,
        new FunctionSettings.Code(Path.of("x.zip"), "x.Y", List.of()),
        "TestRole",
        new FunctionSettings.Limits(128, Duration.ofSeconds(3)),
        Map.of(),
        "JSON",
        Duration.ZERO);
  }
}
