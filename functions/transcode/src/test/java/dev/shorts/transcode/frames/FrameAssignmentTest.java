package dev.shorts.transcode.frames;

import static dev.shorts.transcode.timeline.Timelines.MICROSECONDS;
import static dev.shorts.transcode.timeline.Timelines.MILLISECONDS;
import static dev.shorts.transcode.timeline.Timelines.MPEG_CLOCK;
import static dev.shorts.transcode.timeline.Timelines.all;
import static dev.shorts.transcode.timeline.Timelines.atSeconds;
import static dev.shorts.transcode.timeline.Timelines.bySteps;
import static dev.shorts.transcode.timeline.Timelines.evenOnClock;
import static dev.shorts.transcode.timeline.Timelines.nanos;
import static dev.shorts.transcode.timeline.Timelines.onClock;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.transcode.probe.Rational;
import dev.shorts.transcode.timeline.SceneRange;
import dev.shorts.transcode.timeline.SceneTimeline;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameAssignmentTest {

  private static final FrameRate AT_30 = new FrameRate(Rational.of(30), 1);
  private static final FrameRate AT_25 = new FrameRate(Rational.of(25), 1);

  @ParameterizedTest
  @ValueSource(strings = {"24000/1001", "25/1", "30000/1001", "50/1", "60000/1001"})
  void evenFramesAreShownOnceEach(String text) {
    var rate = Rational.parse(text).orElseThrow();

    for (var clock : List.of(MILLISECONDS, MPEG_CLOCK, MICROSECONDS)) {
      var timeline = evenOnClock(clock, rate, 500);
      for (int first = 0; first < 100; first += 9) {
        var range = SceneRange.of(timeline, timeline.start(first), timeline.start(first + 333));
        assertThat(FrameTable.of(timeline, range, new FrameRate(rate, 1)).rows())
            .as("from frame %d on a clock of %s s", first, clock)
            .isEqualTo(numbers(first, first + 333));
      }
    }
  }

  /** The times lie around the border between two frames of the short, now before, now behind. */
  @Test
  void timesThatJitterByHalfAFrameLoseNone() {
    var timeline =
        onClock(MILLISECONDS, 90, n -> n == 0 ? 0 : (n + 0.5) / 30 + (n * 7 % 3 - 1) * 0.001);

    var table = FrameTable.of(timeline, new SceneRange(0, nanos(3), true), AT_30);

    assertThat(table.rows()).isEqualTo(numbers(0, 90));
  }

  @Test
  void aPhoneThatIsABitFastLosesOneFrameButNotTheLast() {
    var timeline = onClock(MPEG_CLOCK, 421, n -> n / 30.06);
    var range = SceneRange.of(timeline, 0, timeline.start(420));

    var table = FrameTable.of(timeline, range, AT_30);

    assertThat(table.frames()).isEqualTo(419);
    assertThat(table.shown()).isEqualTo(419);
    assertThat(table.rows()).startsWith(0, 1, 2).endsWith(417, 418, 419);
    assertThat(table.irregularSteps()).isEqualTo(1);
  }

  @Test
  void aPhoneThatIsABitSlowHoldsOneFrame() {
    var timeline = onClock(MPEG_CLOCK, 421, n -> n / 29.93);
    var range = SceneRange.of(timeline, 0, timeline.start(420));

    var table = FrameTable.of(timeline, range, AT_30);

    assertThat(table.frames()).isEqualTo(421);
    assertThat(table.rows().stream().distinct()).containsExactlyElementsOf(numbers(0, 420));
    assertThat(table.irregularSteps()).isEqualTo(1);
  }

  @Test
  void everySecondFrameOfAHalvedRateIsShown() {
    var timeline = onClock(MILLISECONDS, 240, n -> n / 120.0);
    var range = SceneRange.of(timeline, timeline.start(11), timeline.start(211));

    var table = FrameTable.of(timeline, range, new FrameRate(Rational.of(60), 2));

    assertThat(table.rows())
        .isEqualTo(IntStream.range(0, 100).map(n -> 11 + 2 * n).boxed().toList());
    assertThat(table.irregularSteps()).isZero();
  }

  @Test
  void aStartWithinAFrameHoldsTheFrameOnShow() {
    var timeline = evenOnClock(MPEG_CLOCK, Rational.of(25), 100);
    var range = SceneRange.of(timeline, nanos(1.02), nanos(2.02));

    assertThat(FrameTable.of(timeline, range, AT_25).rows()).isEqualTo(numbers(25, 50));
  }

  @Test
  void aStartLateInAFrameStillShowsIt() {
    var timeline = evenOnClock(MPEG_CLOCK, Rational.of(25), 100);
    var range = SceneRange.of(timeline, nanos(1.028), nanos(2.028));

    var rows = FrameTable.of(timeline, range, AT_25).rows();

    assertThat(rows).startsWith(25, 26, 27).doesNotContain(24).hasSize(25);
  }

  @Test
  void aSlideIsHeldForAsLongAsItStays() {
    var timeline = bySteps(MILLISECONDS, 2, 0.04, 0.04, 3.92);
    var range = SceneRange.of(timeline, nanos(1), nanos(3.08));

    var rows = FrameTable.of(timeline, range, AT_25).rows();

    assertThat(rows).hasSize(52);
    assertThat(rows.subList(0, 25)).containsOnly(0);
    assertThat(rows.subList(25, 27)).containsExactly(1, 2);
    assertThat(rows.subList(27, 52)).containsOnly(3);
  }

  @Test
  void aGapHoldsTheFrameBeforeIt() {
    var timeline = onClock(MPEG_CLOCK, 50, n -> (n < 20 ? n : n + 30) / 25.0);

    var rows = whole(timeline, AT_25).rows();

    assertThat(rows).hasSize(80);
    assertThat(rows.subList(0, 20)).isEqualTo(numbers(0, 20));
    assertThat(rows.subList(20, 50)).containsOnly(19);
    assertThat(rows.subList(50, 80)).isEqualTo(numbers(20, 50));
  }

  @Test
  void aFirstFrameThatComesLaterIsShownUntilThen() {
    var timeline = onClock(MPEG_CLOCK, 50, n -> 2 + n / 25.0);
    var range = SceneRange.of(timeline, 0, nanos(3));

    var rows = FrameTable.of(timeline, range, AT_25).rows();

    assertThat(rows).hasSize(75);
    assertThat(rows.subList(0, 51)).containsOnly(0);
    assertThat(rows.subList(51, 75)).isEqualTo(numbers(1, 25));
  }

  @Test
  void theLastFrameIsHeldWhereTheSoundGoesOn() {
    var timeline = evenOnClock(MPEG_CLOCK, Rational.of(25), 50);
    var range = SceneRange.of(timeline, nanos(1), nanos(4));

    var rows = FrameTable.of(timeline, range, AT_25).rows();

    assertThat(rows.subList(0, 25)).isEqualTo(numbers(25, 50));
    assertThat(rows.subList(25, 75)).containsOnly(49);
  }

  @Test
  void aSceneBehindTheLastFrameHoldsIt() {
    var timeline = evenOnClock(MPEG_CLOCK, Rational.of(25), 50);
    var range = SceneRange.of(timeline, nanos(3), nanos(4));

    assertThat(FrameTable.of(timeline, range, AT_25).rows()).hasSize(25).containsOnly(49);
  }

  @Test
  void aSceneWithinAFrameShowsThatFrame() {
    var timeline = evenOnClock(MPEG_CLOCK, Rational.of(25), 50);

    assertThat(
            FrameTable.of(timeline, new SceneRange(nanos(1.01), nanos(1.02), false), AT_25).rows())
        .containsExactly(25);
  }

  @Test
  void aBurstOfFramesLosesAsManyAsDoNotFitAndTheOthersStayInTime() {
    var timeline = atSeconds(0, 0.04, 0.08, 0.085, 0.09, 0.095, 0.1, 0.12, 0.16);

    var table = whole(timeline, AT_25);

    assertThat(table.frames()).isEqualTo(5);
    assertThat(table.rows()).startsWith(0, 1).endsWith(7, 8);
  }

  @Test
  void thousandsOfFramesInASecondAreAssignedAtOnce() {
    var timeline = onClock(MICROSECONDS, 200_000, n -> n / 20_000.0);

    var table = whole(timeline, AT_25);

    assertThat(table.frames()).isEqualTo(250);
    assertThat(table.shown()).isEqualTo(250);
  }

  @Test
  void aSceneOfThreeMinutesIsRegularAtEveryCommonRate() {
    for (var rate : CommonRates.ALL) {
      var timeline = evenOnClock(MILLISECONDS, rate, (int) (181 * rate.value()));
      var range = SceneRange.of(timeline, 0, nanos(180));

      var table = FrameTable.of(timeline, range, new FrameRate(rate, 1));

      assertThat(table.rows()).as("at %s", rate).isEqualTo(numbers(0, table.frames()));
    }
  }

  @Test
  void theSummaryCountsWhatIsShownLeftOutAndIrregular() {
    var timeline = onClock(MPEG_CLOCK, 421, n -> n / 30.06);
    var range = SceneRange.of(timeline, 0, timeline.start(420));

    assertThat(FrameTable.of(timeline, range, AT_30).summary())
        .isEqualTo(
            Map.of("frames", 419, "shown", 419, "left_out", 1, "irregular", 1, "rate", "30/1"));
  }

  private static FrameTable whole(SceneTimeline timeline, FrameRate rate) {
    return FrameTable.of(timeline, all(timeline), rate);
  }

  private static List<Integer> numbers(int from, int to) {
    return IntStream.range(from, to).boxed().toList();
  }
}
