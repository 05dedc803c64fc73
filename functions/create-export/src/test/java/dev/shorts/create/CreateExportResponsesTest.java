package dev.shorts.create;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.create.CreateExport.Result;
import dev.shorts.create.CreateOutcome.Rejected;
import dev.shorts.http.HttpResponse;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The messages that callers read, word for word. */
class CreateExportResponsesTest {

  private static final Map<String, String> HEADERS =
      Map.of("content-type", "application/json", "cache-control", "no-store");

  @Test
  void sayThatAKeyWasUsedForSomethingElse() {
    assertThat(answer(new Rejected.KeyReused()))
        .isEqualTo(
            refusal(
                422,
                "IDEMPOTENCY_KEY_REUSED",
                "This Idempotency-Key was used for another request. Please use a new one."));
  }

  @Test
  void sayThatThereIsNoSuchScene() {
    assertThat(answer(new Rejected.SceneNotFound()))
        .isEqualTo(refusal(404, "SCENE_NOT_FOUND", "Scene not found"));
  }

  @ParameterizedTest
  @CsvSource({
    "245.3,                    245.3",
    "245.300,                  245.3",
    "200,                      200",
    "200.000,                  200",
    "1800,                     1800",
    "180.001,                  180.001",
    "180.0000000000001,        180.001",
    "181.23456,                181.235",
  })
  void sayHowLongASceneIs(BigDecimal seconds, String shown) {
    var answer = answer(new Rejected.SceneTooLong(seconds));

    assertThat(answer)
        .isEqualTo(
            refusal(
                400,
                "SCENE_TOO_LONG",
                "Scene duration (" + shown + "s) exceeds YouTube Shorts maximum (180s)",
                "scene_duration_s",
                new BigDecimal(shown),
                "max_duration_s",
                new BigDecimal("180")));
  }

  @Test
  void sayThatASceneHasNoLength() {
    assertThat(answer(new Rejected.SceneEmpty(Optional.of("12.5"), Optional.of("3"))))
        .isEqualTo(
            refusal(
                400,
                "SCENE_EMPTY",
                "The scene has no length: its end must come after its start. Please correct the"
                    + " scene.",
                "start_s",
                new BigDecimal("12.5"),
                "end_s",
                new BigDecimal("3")));
  }

  @Test
  void keepTimesThatAreNoNumbersAsTheyAre() {
    assertThat(details(new Rejected.SceneEmpty(Optional.of("NaN"), Optional.of("Infinity"))))
        .isEqualTo(Map.of("start_s", "NaN", "end_s", "Infinity"));

    var nothing = new LinkedHashMap<String, Object>();
    nothing.put("start_s", null);
    nothing.put("end_s", BigDecimal.ONE);
    assertThat(details(new Rejected.SceneEmpty(Optional.empty(), Optional.of("1"))))
        .isEqualTo(nothing);
  }

  private static HttpResponse answer(Rejected why) {
    return CreateExportResponses.to(new Result.Refused(why, Optional.empty()));
  }

  private static Object details(Rejected why) {
    return answer(why).body().get("details");
  }

  private static HttpResponse refusal(int status, String code, String message, Object... details) {
    var body = new LinkedHashMap<String, Object>();
    body.put("error_code", code);
    body.put("message", message);
    if (details.length > 0) {
      body.put("details", Map.of(details[0], details[1], details[2], details[3]));
    }
    return new HttpResponse(status, HEADERS, body);
  }
}
