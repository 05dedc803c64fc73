package dev.shorts.create;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.shorts.export.Quality;
import dev.shorts.export.Strategy;
import dev.shorts.http.ApiException;
import dev.shorts.http.ErrorCode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are no JSON object of up to 4 KiB. */
class MalformedBodyTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "\"high\"",
        "42",
        "NaN",
        "true",
        "{",
        "{}}",
        "{} {}",
        "{} x",
        "nulll",
        "{\"output_quality\": NaN}",
        "{\"output_quality\": Infinity}",
        "{'output_quality': 'high'}",
        "{\"output_quality\": \"high\",}",
        "\u3000{}",
        "\u3000",
        "output_quality=high"
      })
  void refuseWhatIsNotOneObject(String body) {
    assertIsNoObject(body.getBytes(UTF_8));
  }

  @Test
  void refuseDeepNesting() {
    assertIsNoObject("[".repeat(4096).getBytes(UTF_8));
    assertIsNoObject(("{\"output_quality\":".repeat(200) + "1" + "}".repeat(200)).getBytes(UTF_8));
  }

  @Test
  void refuseWhatIsNotUtf8() {
    assertIsNoObject(new byte[] {'{', '"', (byte) 0xFF, '"', ':', '1', '}'});
    assertIsNoObject("{}".getBytes(UTF_16));
  }

  @Test
  void mayHave4096BytesAndNoMore() {
    var largest = "{" + " ".repeat(4094) + "}";

    assertThat(CreateExportBody.parse(largest.getBytes(UTF_8)))
        .isEqualTo(new CreateExportBody(Strategy.CENTER_CROP, Quality.HIGH));
    assertIsNoObject((largest + " ").getBytes(UTF_8));
    assertIsNoObject(" ".repeat(4097).getBytes(UTF_8));
  }

  private static void assertIsNoObject(byte[] body) {
    var error =
        catchThrowableOfType(ApiException.class, () -> CreateExportBody.parse(body)).error();
    assertThat(error.code()).isEqualTo(ErrorCode.INVALID_INPUT);
    assertThat(error.details())
        .isEqualTo(Map.of("field", "body", "allowed", "a JSON object of at most 4096 bytes"));
  }
}
