package dev.shorts.create;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.shorts.http.ApiError;
import dev.shorts.http.ApiException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {

  static Stream<String> good() {
    return Stream.of("k", "!", "~", "{\"a\":'b'}", "';drop--", "x".repeat(255));
  }

  static Stream<String> bad() {
    return Stream.of("", " ", "a b", "a,b", ",", "é", "a\tb", "a\n", "\u007f", "x".repeat(256));
  }

  @ParameterizedTest
  @MethodSource("good")
  void isVisibleAscii(String value) {
    assertThat(new IdempotencyKey(value).value()).isEqualTo(value);
  }

  @ParameterizedTest
  @MethodSource("bad")
  void isNothingElse(String value) {
    var refused = catchThrowableOfType(ApiException.class, () -> new IdempotencyKey(value));

    assertThat(refused.error())
        .isEqualTo(
            ApiError.invalid(
                "Idempotency-Key",
                "1 to 255 visible ASCII characters without comma",
                "The header Idempotency-Key takes 1 to 255 visible ASCII characters without"
                    + " comma."));
  }

  /** The pattern of openapi.yaml, which a client may check by itself. */
  @ParameterizedTest
  @ValueSource(ints = {' ', '!', '+', ',', '-', '~', 0x7F})
  void agreesWithTheOpenApiDocument(int character) {
    var key = Character.toString(character);

    assertThat(isKey(key)).isEqualTo(key.matches("^[!-+\\--~]{1,255}$"));
  }

  private static boolean isKey(String value) {
    return catchThrowableOfType(ApiException.class, () -> new IdempotencyKey(value)) == null;
  }
}
