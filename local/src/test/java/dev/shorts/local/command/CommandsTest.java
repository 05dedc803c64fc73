package dev.shorts.local.command;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {

  @ParameterizedTest
  @ValueSource(strings = {"+600", "TranscodeFunction", "TranscodeFunction=", "A=1,B=2", "A=1.5"})
  void aClockSkewNeedsAFunctionAndSeconds(String skew) {
    assertThatThrownBy(
            () -> Commands.run(List.of("local", "--clock-skew", skew), Path.of(""), System.out))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("a function and seconds, as in TranscodeFunction=+600");
  }
}
