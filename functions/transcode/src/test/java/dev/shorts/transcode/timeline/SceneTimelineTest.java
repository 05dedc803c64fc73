package dev.shorts.transcode.timeline;

import static dev.shorts.transcode.timeline.Timelines.MILLISECONDS;
import static dev.shorts.transcode.timeline.Timelines.atSeconds;
import static dev.shorts.transcode.timeline.Timelines.nanos;
import static dev.shorts.transcode.timeline.Timelines.unfinished;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.shorts.transcode.probe.Rational;
import dev.shorts.transcode.timeline.SceneTimeline.Keys;
import java.util.List;
import org.junit.jupiter.api.Test;

class SceneTimelineTest {

  @Test
  void eachFrameIsOnShowUntilTheNextBegins() {
    var timeline = atSeconds(1, 1.5, 4);

    assertThat(timeline.shownAt(nanos(1))).isZero();
    assertThat(timeline.shownAt(nanos(1.5) - 1)).isZero();
    assertThat(timeline.shownAt(nanos(1.5))).isEqualTo(1);
    assertThat(timeline.shownAt(nanos(3.9))).isEqualTo(1);
    assertThat(timeline.shownAt(nanos(4))).isEqualTo(2);
    assertThat(timeline.shownAt(nanos(400))).isEqualTo(2);
  }

  @Test
  void theFirstFrameStandsForWhatIsBeforeIt() {
    assertThat(atSeconds(1, 1.5, 4).shownAt(0)).isZero();
  }

  @Test
  void theLastFrameEndsAsWritten() {
    assertThat(withLast(Keys.TIMESTAMP, nanos(0.7)).end()).hasValue(nanos(1.7));
  }

  @Test
  void theLastFrameEndsAfterTheUsualStepWhereNoLengthIsWritten() {
    assertThat(withLast(Keys.TIMESTAMP, 0).end()).hasValue(nanos(1.04));
    assertThat(withLast(Keys.TIMESTAMP, nanos(0.001)).end()).hasValue(nanos(1.04));
  }

  @Test
  void theOnlyFrameEndsAsWrittenThoughThatIsATick() {
    var only = List.of(new FrameTime(0, 0, 0, nanos(0.04)));

    assertThat(new SceneTimeline(only, Keys.TIMESTAMP, new Rational(1, 25), true).end())
        .hasValue(nanos(0.04));
  }

  @Test
  void aSourceThatGoesOnHasNoEndHere() {
    assertThat(unfinished(0, 40_000_000).end()).isEmpty();
  }

  @Test
  void theLongerGapBeforeOrBehindTheFramesIsTheLongest() {
    var timeline = atSeconds(1, 1.5, 2);

    assertThat(timeline.longestGap(range(0.25, 2))).isEqualTo(nanos(0.75));
    assertThat(timeline.longestGap(range(0.25, 4))).isEqualTo(nanos(1.5));
    assertThat(timeline.longestGap(range(0.25, 0.5))).isEqualTo(nanos(0.25));
    assertThat(timeline.longestGap(range(4, 5))).isEqualTo(nanos(1));
    assertThat(timeline.longestGap(range(1.2, 2.2))).isZero();
  }

  @Test
  void framesThatDoNotFollowOneAnotherAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> atSeconds(1, 2, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> atSeconds(1, 2, 1.5));
    assertThatIllegalArgumentException().isThrownBy(() -> atSeconds());
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new SceneTimeline(
                    List.of(new FrameTime(5, 5, 0, 0), new FrameTime(5, 5, 1, 0)),
                    Keys.TIMESTAMP,
                    MILLISECONDS,
                    true));
  }

  private static SceneTimeline withLast(Keys keys, long length) {
    var frames =
        List.of(
            new FrameTime(0, 0, 0, 0),
            new FrameTime(40, 40, nanos(0.04), 0),
            new FrameTime(80, 80, nanos(0.08), 0),
            new FrameTime(1000, 1000, nanos(1), length));
    return new SceneTimeline(frames, keys, MILLISECONDS, true);
  }

  private static SceneRange range(double start, double end) {
    return new SceneRange(nanos(start), nanos(end), false);
  }
}
