package dev.shorts.transcode.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FilledTimesTest {

  private static final Long NONE = null;

  @Test
  void knownTimesStayAsTheyAre() {
    assertThat(filled(5L, 7L, 30L)).containsExactly(5L, 7L, 30L);
  }

  @Test
  void timesBetweenKnownOnesAreEven() {
    assertThat(filled(100L, NONE, NONE, NONE, 180L, NONE, 200L))
        .containsExactly(100L, 120L, 140L, 160L, 180L, 190L, 200L);
  }

  @Test
  void timesThatDoNotDivideEvenlyAreSpreadWithoutAddingUpTheirError() {
    assertThat(filled(0L, NONE, NONE, NONE, 11L)).containsExactly(0L, 2L, 5L, 8L, 11L);
    assertThat(filled(0L, NONE, NONE, NONE, -11L)).containsExactly(0L, -2L, -5L, -8L, -11L);
  }

  @Test
  void timesBeforeTheFirstAndAfterTheLastKnownOneAreAStepApart() {
    assertThat(filled(NONE, NONE, 100L, 120L, NONE, NONE))
        .containsExactly(20L, 60L, 100L, 120L, 160L, 200L);
  }

  @Test
  void nothingIsFilledInWhereNothingIsKnown() {
    assertThat(filled(NONE, NONE)).isEmpty();
    assertThat(filled()).isEmpty();
  }

  @Test
  void yearsBetweenKnownTimesDoNotOverflow() {
    long years = Nanos.PER_SECOND * Nanos.PER_SECOND;

    assertThat(filled(-years, NONE, NONE, NONE, years))
        .containsExactly(-years, -years / 2, 0L, years / 2, years);
  }

  private static List<Long> filled(Long... known) {
    var times =
        Stream.of(known)
            .map(it -> it == null ? OptionalLong.empty() : OptionalLong.of(it))
            .toList();
    return FilledTimes.of(times, 40);
  }
}
