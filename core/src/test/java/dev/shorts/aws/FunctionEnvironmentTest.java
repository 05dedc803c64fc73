package dev.shorts.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionEnvironmentTest {

  private final FunctionEnvironment environment =
      new FunctionEnvironment(Map.of("SET", "here", "BLANK", " "));

  @Test
  void givesWhatIsSet() {
    assertThat(environment.get("SET")).isEqualTo("here");
  }

  @Test
  void namesWhatIsNotThere() {
    assertThatIllegalStateException()
        .isThrownBy(() -> environment.get("ABSENT"))
        .withMessage("the environment lacks ABSENT: see template.yaml");
  }

  @Test
  void takesBlankForAbsent() {
    assertThatIllegalStateException().isThrownBy(() -> environment.get("BLANK"));
  }

  @Test
  void readsSeconds() {
    assertThat(new FunctionEnvironment(Map.of("LEASE_S", "120")).seconds("LEASE_S"))
        .isEqualTo(Duration.ofMinutes(2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1.5", "PT2M", "120 s", "99999999999"})
  void refusesWhatIsNoPositiveNumberOfSeconds(String value) {
    var wrong = new FunctionEnvironment(Map.of("LEASE_S", value));

    assertThatIllegalStateException()
        .isThrownBy(() -> wrong.seconds("LEASE_S"))
        .withMessage("LEASE_S is no positive number of seconds: %s: see template.yaml", value);
  }
}
