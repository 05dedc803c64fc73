package dev.shorts.transcode.timeline;

import static dev.shorts.transcode.timeline.Timelines.MICROSECONDS;
import static dev.shorts.transcode.timeline.Timelines.MILLISECONDS;
import static dev.shorts.transcode.timeline.Timelines.MPEG_CLOCK;
import static dev.shorts.transcode.timeline.Timelines.all;
import static dev.shorts.transcode.timeline.Timelines.bySteps;
import static dev.shorts.transcode.timeline.Timelines.onClock;
import static dev.shorts.transcode.timeline.Timelines.rates;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.transcode.frames.FrameRate;
import dev.shorts.transcode.probe.Rational;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rates of sources whose frames come unevenly. */
class UnevenFrameRateTest {

  private static final List<Rational> CLOCKS = List.of(MILLISECONDS, MPEG_CLOCK, MICROSECONDS);

  private static final double FIELD = 1001.0 / 60_000;

  @Test
  void filmPulledDownByFlagsIsFilm() {
    for (var clock : CLOCKS) {
      assertThat(of(steps(clock, 240, n -> FIELD * (2 + n % 2)), "30000/1001"))
          .isEqualTo(shown("24000/1001"));
    }
  }

  @Test
  void aShortSceneOfFilmPulledDownByFlagsIsFilm() {
    for (int frames = 5; frames < 30; frames++) {
      assertThat(of(steps(MPEG_CLOCK, frames, n -> FIELD * (2 + n % 2)), "24000/1001"))
          .as("%d steps", frames)
          .isEqualTo(shown("24000/1001"));
    }
  }

  @Test
  void aMeetingThatSendsEverySecondFrameByTurnsHasTheRateOfAllFrames() {
    for (var clock : CLOCKS) {
      assertThat(of(steps(clock, 240, n -> n / 15 % 2 == 0 ? 1 / 30.0 : 1 / 15.0), "30/1"))
          .isEqualTo(shown("30/1"));
      assertThat(of(steps(clock, 240, n -> n % 2 == 0 ? 1 / 30.0 : 1 / 15.0), "22/1"))
          .isEqualTo(shown("30/1"));
    }
  }

  @Test
  void aCameraThatLeavesFramesOutHasTheRateOfAllFrames() {
    for (var clock : CLOCKS) {
      assertThat(of(steps(clock, 150, n -> n % 3 == 0 ? 0.04 : 0.08), "16/1"))
          .isEqualTo(shown("25/1"));
      assertThat(of(steps(clock, 150, n -> n % 3 == 0 ? 0.08 : 0.04), "16/1"))
          .isEqualTo(shown("25/1"));
    }
  }

  /** AVI counts frames, and a camera that writes it skips the numbers of those left out. */
  @ParameterizedTest
  @CsvSource({"1/25, 25/1", "1/30, 30/1", "1001/30000, 30000/1001", "1/60, 60/1"})
  void framesLeftOutOnAClockThatCountsFramesDoNotChangeTheRate(String clock, String expected) {
    var frame = Rational.parse(clock).orElseThrow();

    assertThat(of(steps(frame, 150, n -> frame.value() * (1 + n % 2)))).isEqualTo(shown(expected));
    assertThat(of(steps(frame, 150, n -> frame.value() * (n % 3 == 0 ? 1 : 2))))
        .isEqualTo(shown(expected));
    assertThat(of(steps(frame, 59, n -> frame.value() * (n % 20 == 9 ? 2 : 1))))
        .isEqualTo(shown(expected));
  }

  @Test
  void aDroppedFrameDoesNotChangeTheRate() {
    for (var clock : CLOCKS) {
      assertThat(of(onClock(clock, 90, n -> (n < 40 ? n : n + 1) / 30.0))).isEqualTo(shown("30/1"));
      assertThat(of(onClock(clock, 29, n -> (n < 10 ? n : n + 1) / 30.0), "30/1"))
          .isEqualTo(shown("30/1"));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.2, 0.45, 3, 20})
  void aGapDoesNotChangeTheRate(double gap) {
    for (var clock : CLOCKS) {
      assertThat(of(onClock(clock, 90, n -> n / 30.0 + (n < 40 ? 0 : gap)), "14/1"))
          .isEqualTo(shown("30/1"));
    }
  }

  @Test
  void aGapInEachSecondDoesNotChangeTheRate() {
    assertThat(of(onClock(MPEG_CLOCK, 90, n -> n / 30.0 + n / 4 * 0.6))).isEqualTo(shown("30/1"));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.0004, 0.001, 0.004, 0.009})
  void timesThatJitterHaveTheRateAroundWhichTheyDo(double jitter) {
    for (long seed = 0; seed < 20; seed++) {
      var random = new Random(seed);
      for (var clock : CLOCKS) {
        var timeline = onClock(clock, 300, jittering(30, jitter, random));
        assertThat(of(timeline, "30/1")).as("seed %d", seed).isEqualTo(shown("30/1"));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"120, 60/1, 0.0004", "240, 60/1, 0.0002", "100, 50/1, 0.002", "119.88, 60/1, 0.002"})
  void timesThatJitterAroundAHighRateAreHalvedByCounting(
      double rate, String expected, double jitter) {
    var timeline = onClock(MPEG_CLOCK, 600, jittering(rate, jitter, new Random(7)));

    var found = of(timeline, expected);

    assertThat(found.rate()).isEqualTo(rates(expected).getFirst());
    assertThat(found.every()).isEqualTo(rate > 200 ? 4 : 2);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.0004, 0.9996})
  void aClockThatDriftsDoesNotChangeTheRate(double drift) {
    for (var clock : CLOCKS) {
      assertThat(of(onClock(clock, 3000, n -> n * drift / 25), "25/1")).isEqualTo(shown("25/1"));
      assertThat(of(onClock(clock, 90, n -> n * drift / 30), "30/1")).isEqualTo(shown("30/1"));
    }
  }

  @Test
  void aFirstFrameThatStaysForLongerDoesNotChangeTheRate() {
    assertThat(of(onClock(MPEG_CLOCK, 90, n -> n == 0 ? 0 : n / 30.0 + 0.024)))
        .isEqualTo(shown("30/1"));
  }

  @Test
  void aPhoneWhoseTimesSlipNowAndThenHasItsUsualRate() {
    assertThat(of(steps(MPEG_CLOCK, 300, n -> n % 30 == 29 ? 0.036 : 1 / 30.0), "3006/100"))
        .isEqualTo(shown("30/1"));
  }

  @Test
  void slidesThatStayForUnevenTimesHaveTheClaimedRate() {
    var slides = bySteps(MILLISECONDS, 3.2, 5.04, 2.28, 7.6);

    assertThat(of(slides, "25/1")).isEqualTo(shown("25/1"));
    assertThat(of(slides, "2/9", "24/1")).isEqualTo(shown("24/1"));
    assertThat(of(slides, "2/9")).isEqualTo(shown("30/1"));
    assertThat(of(slides)).isEqualTo(shown("30/1"));
  }

  @Test
  void twoHeldFramesThatAreAlikeAreNoRate() {
    assertThat(of(bySteps(MILLISECONDS, 3, 3), "25/1")).isEqualTo(shown("25/1"));
  }

  @Test
  void framesThatMoveBetweenSlidesHaveTheirRate() {
    assertThat(of(bySteps(MILLISECONDS, 3.2, 0.04, 0.04, 0.04, 5, 0.04, 0.04, 4.7), "2/1"))
        .isEqualTo(shown("25/1"));
  }

  @Test
  void framesThatComeAsTheyLikeHaveTheirMean() {
    var random = new Random(3);
    var steps = IntStream.range(0, 200).mapToDouble(_ -> 0.02 + random.nextInt(70) / 1000.0);
    var timeline = bySteps(MICROSECONDS, steps.toArray());
    double mean = 200.0 * Nanos.PER_SECOND / timeline.start(200);

    var found = of(timeline, "30/1");

    assertThat(found.rate().value()).isBetween(mean - 0.0006, mean + 0.0006);
    assertThat(found.every()).isEqualTo(1);
  }

  @Test
  void framesThatComeAsTheyLikeButSeldomHaveTheLeastRate() {
    var random = new Random(3);
    var steps = IntStream.range(0, 60).mapToDouble(_ -> 0.1 + random.nextInt(300) / 1000.0);

    assertThat(of(bySteps(MICROSECONDS, steps.toArray()), "30/1")).isEqualTo(shown("10/1"));
  }

  @Test
  void onlyTheStepsOfTheSceneCount() {
    var timeline = onClock(MPEG_CLOCK, 150, n -> n < 50 ? n / 25.0 : 2 + (n - 50) / 50.0);

    assertThat(in(timeline, 0, 2)).isEqualTo(shown("25/1"));
    assertThat(in(timeline, 2, 4)).isEqualTo(shown("50/1"));
    assertThat(in(timeline, 2.005, 3.999)).isEqualTo(shown("50/1"));
  }

  private static FrameRate in(SceneTimeline timeline, double start, double end) {
    var range = SceneRange.of(timeline, Timelines.nanos(start), Timelines.nanos(end));
    return FrameRate.of(timeline, range, List.of());
  }

  private static IntToDoubleFunction jittering(double rate, double jitter, Random random) {
    return n -> Math.max(0, n / rate + (random.nextDouble() - 0.5) * jitter);
  }

  private static SceneTimeline steps(Rational clock, int count, IntToDoubleFunction step) {
    return bySteps(clock, IntStream.range(0, count).mapToDouble(step::applyAsDouble).toArray());
  }

  private static FrameRate of(SceneTimeline timeline, String... claims) {
    return FrameRate.of(timeline, all(timeline), rates(claims));
  }

  /** A rate at which no frame is left out on purpose. */
  private static FrameRate shown(String rate) {
    return new FrameRate(rates(rate).getFirst(), 1);
  }
}
