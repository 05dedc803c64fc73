package dev.shorts.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  @Test
  void readsEveryKindOfValue() throws Json.MalformedException {
    assertThat(Json.read("{\"a\": [1, 180.000, \"é\", true, null]}"))
        .isEqualTo(Map.of("a", Arrays.asList(1, new BigDecimal("180.000"), "é", true, null)));
    assertThat(Json.read("null")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{} {}",
        "{}x",
        "{\"a\": NaN}",
        "{'a': 1}",
        "{\"a\": 1,}",
        "// {}",
        "{a: 1}",
        "01"
      })
  void refusesWhatIsNotOneValue(String text) {
    assertThatExceptionOfType(Json.MalformedException.class).isThrownBy(() -> Json.read(text));
  }

  @Test
  void refusesDeepNesting() {
    assertThatExceptionOfType(Json.MalformedException.class)
        .isThrownBy(() -> Json.read("[".repeat(101) + "]".repeat(101)));
  }

  @Test
  void namesAFieldThatIsThereTwice() {
    var doubled =
        catchThrowableOfType(
            Json.DoubledNameException.class, () -> Json.read("{\"a\": 1, \"b\": 2, \"a\": 1}"));

    assertThat(doubled.name()).isEqualTo("a");
  }

  @Test
  void findsANestedObjectOrAnEmptyOne() {
    var parent = Map.<String, Object>of("object", Map.of("a", 1), "text", "{}");

    assertThat(Json.object(parent, "object")).isEqualTo(Map.of("a", 1));
    assertThat(Json.object(parent, "text")).isEmpty();
    assertThat(Json.object(parent, "absent")).isEmpty();
  }

  @Test
  void writesNullsAndExactDecimals() {
    assertThat(Json.write(Collections.singletonMap("a", null))).isEqualTo("{\"a\":null}");
    assertThat(Json.write(List.of(new BigDecimal("245.3"), 45.2, "\"")))
        .isEqualTo("[245.3,45.2,\"\\\"\"]");
  }
}
