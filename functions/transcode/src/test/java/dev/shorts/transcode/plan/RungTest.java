package dev.shorts.transcode.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.export.Quality;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RungTest {

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
  void theMoreThereIsToDoTheLessIsDoneToEachFrame(
      int seconds, int rate, double cores, Rung expected) {
    assertThat(Rung.within(USUAL_TIME, cores, seconds * rate, 0)).isEqualTo(expected);
  }

  @Test
  void whatDecodingTakesIsNotLeftForX264() {
    assertThat(Rung.within(USUAL_TIME, 2, 150, 30)).isEqualTo(Rung.FINE);
    assertThat(Rung.within(USUAL_TIME, 2, 150, 300)).isEqualTo(Rung.USUAL);
    assertThat(Rung.within(USUAL_TIME, 2, 150, 3000)).isEqualTo(Rung.QUICK);
  }

  @Test
  void whenNoTimeIsLeftItIsTriedQuickly() {
    assertThat(Rung.within(Duration.ZERO, 2, 10_800, 0)).isEqualTo(Rung.QUICK);
  }

  @Test
  void mediumIsCoarserThanHighOnEveryRung() {
    for (var rung : Rung.values()) {
      assertThat(factor(rung, Quality.MEDIUM)).isGreaterThan(factor(rung, Quality.HIGH));
    }
  }

  private static double factor(Rung rung, Quality quality) {
    return Double.parseDouble(rung.options(quality).replaceFirst(".* -crf ", ""));
  }
}
