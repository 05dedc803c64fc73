package dev.shorts.rules;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExceptionListTest {

  private final ExceptionList exceptions =
      new ExceptionList("some-rule", List.of("a.One", "a.Two"));

  @Test
  void whatIsListedMayOffend() {
    exceptions.areExactly(List.of("a.Two", "a.One"));
  }

  @Test
  void anOffenderThatIsNotListedFails() {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> exceptions.areExactly(List.of("a.One", "a.Two", "a.Three")))
        .withMessageContaining("a.Three");
  }

  @Test
  void aListedNameThatNoLongerOffendsFails() {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> exceptions.areExactly(List.of("a.One")))
        .withMessageContaining("a.Two");
  }
}
