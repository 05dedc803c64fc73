package dev.shorts.create;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.shorts.export.Quality;
import dev.shorts.export.Strategy;
import dev.shorts.http.ApiError;
import dev.shorts.http.ApiException;
import dev.shorts.http.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreateExportBodyTest {

  private static final CreateExportBody DEFAULTS =
      new CreateExportBody(Strategy.CENTER_CROP, Quality.HIGH);
  private static final List<String> STRATEGIES = List.of("center_crop", "letterbox", "smart_crop");
  private static final List<String> QUALITIES = List.of("high", "medium");
  private static final List<String> FIELDS = List.of("aspect_ratio_strategy", "output_quality");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \r\n\t",
        "null",
        " null ",
        "{}",
        "{\"aspect_ratio_strategy\": null}",
        "{\"aspect_ratio_strategy\": null, \"output_quality\": null}",
        "{\"aspect_ratio_strategy\": \"center_crop\", \"output_quality\": \"high\"}"
      })
  void areTheDefaultsWhereNothingIsSaid(String body) {
    assertThat(parse(body)).isEqualTo(DEFAULTS);
  }

  @Test
  void areWhatTheBodySays() {
    assertThat(parse("{\"aspect_ratio_strategy\": \"letterbox\", \"output_quality\": \"medium\"}"))
        .isEqualTo(new CreateExportBody(Strategy.LETTERBOX, Quality.MEDIUM));
    assertThat(parse("{\"output_quality\": \"m\\u0065dium\"}"))
        .isEqualTo(new CreateExportBody(Strategy.CENTER_CROP, Quality.MEDIUM));
  }

  @Test
  void refuseSmartCrop() {
    assertThat(refused("{\"aspect_ratio_strategy\": \"smart_crop\"}"))
        .isEqualTo(
            new ApiError(
                ErrorCode.SMART_CROP_NOT_AVAILABLE,
                "smart_crop is not available yet. Please use center_crop or letterbox.",
                Map.of("aspect_ratio_strategy", "smart_crop")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"\"", "\"CENTER_CROP\"", "\"crop\"", "1", "true", "[]", "{}", "[\"letterbox\"]"})
  void nameTheStrategiesThereAre(String value) {
    assertThat(refused("{\"aspect_ratio_strategy\": " + value + "}"))
        .isEqualTo(
            ApiError.invalid(
                "aspect_ratio_strategy",
                STRATEGIES,
                "aspect_ratio_strategy must be one of center_crop, letterbox, smart_crop."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"best\"", "0", "1e999999999", "{\"high\": 1}"})
  void nameTheQualitiesThereAre(String value) {
    assertThat(refused("{\"output_quality\": " + value + "}"))
        .isEqualTo(
            ApiError.invalid(
                "output_quality", QUALITIES, "output_quality must be one of high, medium."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"quality\": \"high\"}", "{\"quality\": 1, \"quality\": 2}"})
  void nameAFieldThatIsUnknown(String body) {
    assertThat(refused(body))
        .isEqualTo(
            ApiError.invalid(
                "quality",
                FIELDS,
                "The body may hold only aspect_ratio_strategy and output_quality."));
  }

  @Test
  void sendBackOnlySoMuchOfACallersWord() {
    assertThat(refused("{\"" + "x".repeat(200) + "\": 1}").details())
        .containsEntry("field", "x".repeat(100) + "…");
  }

  @Test
  void nameAFieldThatIsGivenTwice() {
    assertThat(refused("{\"output_quality\": \"high\", \"output_quality\": \"medium\"}"))
        .isEqualTo(
            ApiError.invalid(
                "output_quality", "to be given once", "output_quality may be given only once."));
  }

  private static CreateExportBody parse(String body) {
    return CreateExportBody.parse(body.getBytes(StandardCharsets.UTF_8));
  }

  private static ApiError refused(String body) {
    return catchThrowableOfType(ApiException.class, () -> parse(body)).error();
  }
}
