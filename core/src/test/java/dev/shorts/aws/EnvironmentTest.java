package dev.shorts.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentTest {

  private final Environment environment = new Environment(Map.of("SET", "here", "BLANK", " "));

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
}
