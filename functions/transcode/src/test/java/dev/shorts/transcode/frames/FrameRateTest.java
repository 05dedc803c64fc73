package dev.shorts.transcode.frames;

import static dev.shorts.transcode.timeline.Timelines.MICROSECONDS;
import static dev.shorts.transcode.timeline.Timelines.MILLISECONDS;
import static dev.shorts.transcode.timeline.Timelines.MPEG_CLOCK;
import static dev.shorts.transcode.timeline.Timelines.all;
import static dev.shorts.transcode.timeline.Timelines.bySteps;
import static dev.shorts.transcode.timeline.Timelines.evenOnClock;
import static dev.shorts.transcode.timeline.Timelines.rates;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.transcode.probe.Rational;
import dev.shorts.transcode.timeline.SceneRange;
import dev.shorts.transcode.timeline.SceneTimeline;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rates of sources whose frames come evenly. */
class FrameRateTest {

  private static final int LONG = 900;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "24000/1001",
        "24/1",
        "25/1",
        "30000/1001",
        "30/1",
        "48/1",
        "50/1",
        "60000/1001",
        "60/1"
      })
  void aCommonRateIsFoundOnEveryClockWithoutAClaim(String text) {
    var rate = rate(text);

    for (var clock : clocks(rate)) {
      assertThat(of(evenOnClock(clock, rate, LONG)))
          .as("on a clock of %s s", clock)
          .isEqualTo(new FrameRate(rate, 1));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "24000/1001, 24/1",
    "24/1,       24000/1001",
    "30000/1001, 30/1",
    "30/1,       30000/1001",
    "60000/1001, 60/1",
    "60/1,       60000/1001"
  })
  void theClaimOfALongSceneDoesNotOverruleItsTimes(String text, String claim) {
    var rate = rate(text);

    for (var clock : clocks(rate)) {
      assertThat(of(evenOnClock(clock, rate, LONG * 3), claim))
          .as("on a clock of %s s", clock)
          .isEqualTo(new FrameRate(rate, 1));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "30/1,       30/1,       30/1",
    "30/1,       30000/1001, 30000/1001",
    "30000/1001, 30/1,       30/1",
    "30000/1001, 30000/1001, 30000/1001",
    "60000/1001, 60/1,       60/1",
    "24/1,       24000/1001, 24000/1001",
    "30/1,       60000/1001, 30000/1001"
  })
  void theClaimDecidesBetweenNeighboursInAShortSceneOnACoarseClock(
      String text, String claim, String expected) {
    assertThat(of(evenOnClock(MILLISECONDS, rate(text), 10), claim))
        .isEqualTo(new FrameRate(rate(expected), 1));
  }

  @Test
  void theFirstClaimDecidesWhereTheContainerMakesTwo() {
    var timeline = evenOnClock(MILLISECONDS, rate("30/1"), 10);

    assertThat(of(timeline, "30000/1001", "30/1").rate()).isEqualTo(rate("30000/1001"));
    assertThat(of(timeline, "30/1", "30000/1001").rate()).isEqualTo(rate("30/1"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10, LONG})
  void anImpreciseClaimMeansTheCommonRate(int steps) {
    var timeline = evenOnClock(MILLISECONDS, rate("30000/1001"), steps + 1);

    assertThat(of(timeline, "989/33").rate()).isEqualTo(rate("30000/1001"));
  }

  @ParameterizedTest
  @CsvSource({
    "10,  60000/1001",
    "900, 60000/1001",
    "3,   60000/1001",
  })
  void anImpreciseClaimOfAHalvedRateMeansTheCommonRate(int frames, String expected) {
    var timeline = evenOnClock(MILLISECONDS, rate("120000/1001"), frames);

    assertThat(of(timeline, "11988/100")).isEqualTo(new FrameRate(rate(expected), 2));
  }

  /** Six steps of 1/240 s last 25 ms, and 26 where the clock rounds one end down, the other up. */
  @Test
  void theClaimDecidesWhereTheTimesAreOffByAWholeTick() {
    var timeline = bySteps(MILLISECONDS, 0.004, 0.004, 0.004, 0.004, 0.005, 0.005);

    assertThat(of(timeline, "240/1")).isEqualTo(new FrameRate(rate("60/1"), 4));
  }

  @ParameterizedTest
  @CsvSource({
    "90/1,        45/1,       2",
    "96/1,        48/1,       2",
    "100/1,       50/1,       2",
    "120000/1001, 60000/1001, 2",
    "120/1,       60/1,       2",
    "144/1,       36/1,       4",
    "200/1,       50/1,       4",
    "240000/1001, 60000/1001, 4",
    "240/1,       60/1,       4",
    "67/1,        67/2,       2"
  })
  void aRateAbove66IsHalvedUntilItIsNot(String text, String expected, int every) {
    var rate = rate(text);

    for (var clock : clocks(rate)) {
      assertThat(of(evenOnClock(clock, rate, 4 * LONG), text))
          .as("on a clock of %s s", clock)
          .isEqualTo(new FrameRate(rate(expected), every));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"604/10", "61/1", "65/1", "659/10"})
  void aRateBetween60And66Is60(String text) {
    for (var clock : List.of(MILLISECONDS, MPEG_CLOCK, MICROSECONDS)) {
      assertThat(of(evenOnClock(clock, rate(text), LONG), text))
          .as("on a clock of %s s", clock)
          .isEqualTo(new FrameRate(rate("60/1"), 1));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "3006/100, 30/1",
    "2405/100, 24/1",
    "2506/100, 25/1",
    "4979/100, 50/1",
    "602/10,   60/1",
    "1203/10,  60/1"
  })
  void aRateWithinHalfAPercentOfACommonOneIsThat(String text, String expected) {
    assertThat(of(evenOnClock(MPEG_CLOCK, rate(text), LONG), text).rate())
        .isEqualTo(rate(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "12/1,   12/1,    1/1000",
    "15/1,   15/1,    1/1000",
    "18/1,   18/1,    1/90000",
    "295/10, 59/2,    1/90000",
    "10/1,   10/1,    1/1000",
    "1499/100, 1499/100, 1/1000000"
  })
  void anyOtherRateStaysAsItIs(String text, String expected, String clock) {
    assertThat(of(evenOnClock(rate(clock), rate(text), LONG)))
        .isEqualTo(new FrameRate(rate(expected), 1));
  }

  @ParameterizedTest
  @CsvSource({
    "5/1, 10/1",
    "7/1, 14/1",
    "9/1, 18/1",
    "3/1, 12/1",
    "4/1, 12/1",
    "1/1, 10/1",
    "1/2, 10/1"
  })
  void aRateUnder10IsMultipliedUntilItReaches10(String text, String expected) {
    for (var clock : clocks(rate(text))) {
      assertThat(of(evenOnClock(clock, rate(text), LONG)))
          .as("on a clock of %s s", clock)
          .isEqualTo(new FrameRate(rate(expected), 1));
    }
  }

  @Test
  void aSceneOfOneFrameHasTheClaimedRateIfThatIsOneOfAShort() {
    var timeline = bySteps(MILLISECONDS, 5);
    var range = new SceneRange(5_000_000_000L, 9_000_000_000L, false);

    assertThat(claimedRate(timeline, range, "25/1")).isEqualTo(rate("25/1"));
    assertThat(claimedRate(timeline, range, "10/1")).isEqualTo(rate("10/1"));
    assertThat(claimedRate(timeline, range, "60/1")).isEqualTo(rate("60/1"));
    assertThat(claimedRate(timeline, range, "989/33")).isEqualTo(rate("30000/1001"));
    assertThat(claimedRate(timeline, range, "61/1")).isEqualTo(rate("30/1"));
    assertThat(claimedRate(timeline, range, "9/1")).isEqualTo(rate("30/1"));
    assertThat(claimedRate(timeline, range, "1/1", "24/1")).isEqualTo(rate("24/1"));
    assertThat(claimedRate(timeline, range)).isEqualTo(rate("30/1"));
  }

  private static Rational claimedRate(SceneTimeline timeline, SceneRange range, String... claims) {
    return FrameRate.of(timeline, range, rates(claims)).rate();
  }

  private static FrameRate of(SceneTimeline timeline, String... claims) {
    return FrameRate.of(timeline, all(timeline), rates(claims));
  }

  /** A clock that writes this rate exactly, and those of usual containers. */
  private static List<Rational> clocks(Rational rate) {
    return Stream.of(rate.inverse(), MICROSECONDS, MPEG_CLOCK, MILLISECONDS).toList();
  }

  private static Rational rate(String text) {
    return Rational.parse(text).orElseThrow();
  }
}
