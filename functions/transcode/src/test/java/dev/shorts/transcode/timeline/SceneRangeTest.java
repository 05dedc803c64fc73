package dev.shorts.transcode.timeline;

import static dev.shorts.transcode.timeline.Timelines.MPEG_CLOCK;
import static dev.shorts.transcode.timeline.Timelines.atSeconds;
import static dev.shorts.transcode.timeline.Timelines.even;
import static dev.shorts.transcode.timeline.Timelines.evenOnClock;
import static dev.shorts.transcode.timeline.Timelines.nanos;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.shorts.transcode.frames.FrameRate;
import dev.shorts.transcode.probe.Rational;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SceneRangeTest {

  private static final Rational NTSC = new Rational(30_000, 1001);

  private static final SceneTimeline AT_25 = even(Rational.of(25), 10);

  @ParameterizedTest
  @CsvSource({
    "2,     4,     2,     4",
    "1.99,  4,     2,     4",
    "2.01,  4,     2,     4",
    "2,     3.99,  2,     4",
    "2,     4.01,  2,     4",
    "2.009, 3.991, 2,     4"
  })
  void anEndWithin10MillisecondsOfAFrameIsThatFrame(
      double start, double end, double from, double to) {
    assertThat(at25(start, end)).isEqualTo(new SceneRange(nanos(from), nanos(to), true));
  }

  @ParameterizedTest
  @CsvSource({"1.989999, 4", "2.010001, 4", "2.02,     4", "2.011,    4"})
  void aStartBetweenFramesStaysWhereItWasAskedForAndTheEndMoves(double start, double end) {
    assertThat(at25(start, end + 0.004)).isEqualTo(new SceneRange(nanos(start), nanos(end), false));
  }

  @ParameterizedTest
  @CsvSource({"3.989999", "4.010001", "4.02"})
  void anEndBetweenFramesStaysWhereItWasAskedForAndTheStartMoves(double end) {
    assertThat(at25(2.004, end)).isEqualTo(new SceneRange(nanos(2), nanos(end), false));
  }

  @Test
  void theNearestFrameIsMeantWhereTwoAreWithin10Milliseconds() {
    var at120 = even(Rational.of(120), 10);

    for (int frame = 1; frame < 1000; frame += 7) {
      long time = at120.start(frame);
      long half = nanos(1 / 240.0) - 1000;
      var expected = new SceneRange(time, at120.start(frame + 60), true);

      assertThat(SceneRange.of(at120, time - half, at120.start(frame + 60) + half))
          .isEqualTo(expected);
      assertThat(SceneRange.of(at120, time + half, at120.start(frame + 60) - half))
          .isEqualTo(expected);
    }
  }

  @Test
  void theEndOfTheLastFrameIsMeantToo() {
    assertThat(at25(9, 9.993)).isEqualTo(new SceneRange(nanos(9), nanos(10), true));
    assertThat(at25(9, 10.01)).isEqualTo(new SceneRange(nanos(9), nanos(10), true));
    assertThat(at25(9, 10.06)).isEqualTo(new SceneRange(nanos(9), nanos(10.06), false));
  }

  @Test
  void theLengthThatTheContainerSaysTellsWhereTheLastFrameEnds() {
    var frames = List.of(new FrameTime(0, 0, 0, 0), new FrameTime(40, 40, nanos(0.04), nanos(0.5)));
    var timeline =
        new SceneTimeline(frames, SceneTimeline.Keys.TIMESTAMP, new Rational(1, 1000), true);

    assertThat(SceneRange.of(timeline, 0, nanos(0.535)).end()).isEqualTo(nanos(0.54));
    assertThat(SceneRange.of(timeline, 0, nanos(0.085)).end()).isEqualTo(nanos(0.085));
  }

  @Test
  void theLastFrameReadIsNotTheEndOfASourceThatGoesOn() {
    var goesOn = Timelines.unfinished(0, nanos(0.04), nanos(0.08));

    assertThat(SceneRange.of(goesOn, 0, nanos(0.118)))
        .isEqualTo(new SceneRange(0, nanos(0.118), false));
  }

  @ParameterizedTest
  @CsvSource({"0.0097", "0.009", "0.0021"})
  void aTimeOverHalfAStepOutsideTheSourceIsNoFrames(double outside) {
    var at240 = evenOnClock(MPEG_CLOCK, Rational.of(240), 480);

    assertThat(SceneRange.of(at240, nanos(1), nanos(2 + outside)))
        .isEqualTo(new SceneRange(nanos(1), nanos(2 + outside), false));
  }

  @Test
  void theFirstFrameIsMeantByATimeShortlyBeforeIt() {
    var late = atSeconds(0.5, 0.54, 0.58);

    assertThat(SceneRange.of(late, nanos(0.493), nanos(0.58)))
        .isEqualTo(new SceneRange(nanos(0.5), nanos(0.58), true));
    assertThat(SceneRange.of(late, 0, nanos(0.58)))
        .isEqualTo(new SceneRange(0, nanos(0.58), false));
  }

  @Test
  void aSceneWithinAFrameKeepsItsTimes() {
    assertThat(at25(2.015, 2.025)).isEqualTo(new SceneRange(nanos(2.015), nanos(2.025), false));
    assertThat(at25(2.002, 2.004)).isEqualTo(new SceneRange(nanos(2), nanos(2.004), false));
    assertThat(at25(1.994, 1.998)).isEqualTo(new SceneRange(nanos(1.994), nanos(1.998), false));
    assertThat(at25(1.994, 2.003)).isEqualTo(new SceneRange(nanos(2), nanos(2.003), false));
  }

  @Test
  void aSceneThatEndsBeforeItStartsIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new SceneRange(5, 5, false));
  }

  @Test
  void aSceneWithinAFrameHasOneFrame() {
    assertThat(whole(25).framesIn(at25(2.015, 2.025))).isEqualTo(1);
    assertThat(whole(25).framesIn(at25(1.994, 1.998))).isEqualTo(1);
    assertThat(whole(25).framesIn(new SceneRange(0, 1, true))).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "2.002,    2.002, true,  60",
    "2.018,    2.018, false, 60",
    "2.018,    2.018, true,  60",
    "2.019,    2.019, true,  61",
    "2.035,    2.035, false, 60",
    "2.036,    2.036, false, 61"
  })
  void theLengthIsTheNearestBetweenFramesAndRoundedDownElsewhere(
      double seconds, double end, boolean betweenFrames, int frames) {
    var range = new SceneRange(nanos(3), nanos(3 + end), betweenFrames);

    assertThat(new FrameRate(NTSC, 1).framesIn(range)).as("%s s", seconds).isEqualTo(frames);
  }

  @Test
  void aWrittenTimeJustBelowItsFrameLosesNone() {
    var timeline = evenOnClock(MPEG_CLOCK, NTSC, 300);

    var range = SceneRange.of(timeline, nanos(3.336), nanos(5.005) - 999_000);

    assertThat(new FrameRate(NTSC, 1).framesIn(range)).isEqualTo(50);
  }

  /** Every second frame is shown, so that an odd number of them ends with one that is. */
  @ParameterizedTest
  @CsvSource({"1/1000", "1/90000", "1/1000000", "1/120"})
  void anOddNumberOfHalvedFramesIsRoundedUp(String clock) {
    var at120 = evenOnClock(Rational.parse(clock).orElseThrow(), Rational.of(120), 1000);

    for (int first = 0; first < 100; first++) {
      for (int half = 0; half < 100; half += 9) {
        int after = first + 2 * half + 1;
        var range = SceneRange.of(at120, at120.start(first), at120.start(after));
        assertThat(new FrameRate(Rational.of(60), 2).framesIn(range))
            .as("frames %d to %d", first, after - 1)
            .isEqualTo(half + 1);
      }
    }
  }

  @Test
  void exactly180SecondsAreWithinTheLimit() {
    var at25 = even(Rational.of(25), 200);

    assertThat(whole(25).framesIn(SceneRange.of(at25, nanos(4), nanos(184)))).isEqualTo(4500);
    assertThat(whole(25).framesIn(SceneRange.of(at25, nanos(4.015), nanos(184.015))))
        .isEqualTo(4500);
  }

  @ParameterizedTest
  @CsvSource({
    "60000/1001, 10789",
    "30000/1001, 5394",
    "24000/1001, 4315",
    "50/1,       9000",
    "60/1,       10800"
  })
  void endsThatMoveApartDoNotPass180Seconds(String text, int expected) {
    var rate = Rational.parse(text).orElseThrow();
    var timeline = evenOnClock(MPEG_CLOCK, rate, (int) (200 * rate.value()));

    for (int first = 0; first < 300; first += 17) {
      long start = timeline.start(first) + 9_000_000 / (rate.value() > 40 ? 2 : 1);
      var range = SceneRange.of(timeline, start, start + nanos(180));

      assertThat(new FrameRate(rate, 1).framesIn(range)).isBetween(expected - 1, expected);
      assertThat(new FrameRate(rate, 1).framesIn(range) / rate.value()).isLessThanOrEqualTo(180);
    }
    var apart = new SceneRange(timeline.start(7), timeline.start(7 + expected + 1), true);
    assertThat(new FrameRate(rate, 1).framesIn(apart)).isEqualTo(expected);
  }

  private static FrameRate whole(long rate) {
    return new FrameRate(Rational.of(rate), 1);
  }

  private static SceneRange at25(double start, double end) {
    return SceneRange.of(AT_25, nanos(start), nanos(end));
  }
}
