package dev.shorts.transcode.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.export.Quality;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncoderPresetTest {

  /** What a function has of its 15 minutes for FFmpeg. */
  private static final Duration USUAL_TIME = Duration.ofMinutes(14);

  @ParameterizedTest
  @CsvSource({
    "  5, 30, 1.7, FINE",
    " 30, 30, 1.7, USUAL",
    "180, 30, 1.7, USUAL",
    "180, 60, 1.7, QUICK",
    " 30, 30, 6.0, FINE",
    "180, 60, 6.0, USUAL"
  })
  void longerScenesGetFasterPresets(int seconds, int rate, double cores, EncoderPreset expected) {
    assertThat(EncoderPreset.within(USUAL_TIME, cores, seconds * rate, 0)).isEqualTo(expected);
  }

  @Test
  void decodingTimeReducesTheTimeForX264() {
    assertThat(EncoderPreset.within(USUAL_TIME, 2, 150, 30)).isEqualTo(EncoderPreset.FINE);
    assertThat(EncoderPreset.within(USUAL_TIME, 2, 150, 300)).isEqualTo(EncoderPreset.USUAL);
    assertThat(EncoderPreset.within(USUAL_TIME, 2, 150, 3000)).isEqualTo(EncoderPreset.QUICK);
  }

  @Test
  void theFastestPresetIsUsedWhenNoTimeIsLeft() {
    assertThat(EncoderPreset.within(Duration.ZERO, 2, 10_800, 0)).isEqualTo(EncoderPreset.QUICK);
  }

  @Test
  void mediumQualityHasAHigherCrfThanHighForEveryPreset() {
    for (var preset : EncoderPreset.values()) {
      assertThat(factor(preset, Quality.MEDIUM)).isGreaterThan(factor(preset, Quality.HIGH));
    }
  }

  private static double factor(EncoderPreset preset, Quality quality) {
    return Double.parseDouble(preset.options(quality).replaceFirst(".* -crf ", ""));
  }
}
