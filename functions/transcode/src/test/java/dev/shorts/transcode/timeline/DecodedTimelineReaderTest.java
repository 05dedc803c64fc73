package dev.shorts.transcode.timeline;

import static dev.shorts.transcode.timeline.ProbeLines.frame;
import static dev.shorts.transcode.timeline.ProbeLines.milliseconds;
import static dev.shorts.transcode.timeline.Timelines.MILLISECONDS;
import static dev.shorts.transcode.timeline.Timelines.MPEG_CLOCK;
import static dev.shorts.transcode.timeline.Timelines.nanos;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.transcode.probe.Rational;
import dev.shorts.transcode.timeline.SceneTimeline.Keys;
import org.junit.jupiter.api.Test;

class DecodedTimelineReaderTest {

  private static final String NONE = "N/A";

  /** VP8 stores a hidden frame in a packet of its own, which is decoded into no frame. */
  @Test
  void framesWithTimesAreKnownByThem() {
    var timeline = read(MILLISECONDS, frame(0, 0, 33), frame(33, 33, 33), frame(100, 100, 33));

    assertThat(timeline.keys()).isEqualTo(Keys.TIMESTAMP);
    assertThat(timeline.frames())
        .containsExactly(
            new FrameTime(0, 0, 0, nanos(0.033)),
            new FrameTime(33, 33, nanos(0.033), nanos(0.033)),
            new FrameTime(100, 100, nanos(0.1), nanos(0.033)));
  }

  @Test
  void framesOfWhichSomeHaveNoTimeAreCountedAndTheirTimesFilledIn() {
    var timeline =
        read(
            MPEG_CLOCK,
            frame(3600, 3600, 3600),
            frame(NONE, NONE, 3600),
            frame(NONE, 7000, 3600),
            frame(14400, 14400, 3600),
            frame(NONE, 14400, 3600));

    assertThat(timeline.keys()).isEqualTo(Keys.COUNT);
    assertThat(timeline.frames()).extracting(FrameTime::key).containsExactly(0L, 1L, 2L, 3L, 4L);
    assertThat(timeline.frames())
        .extracting(FrameTime::pts)
        .containsExactly(3600L, FrameTime.NO_PTS, FrameTime.NO_PTS, 14400L, FrameTime.NO_PTS);
    assertThat(milliseconds(timeline)).containsExactly(40L, 80L, 120L, 160L, 200L);
  }

  @Test
  void framesBeforeTheFirstKnownTimeAreAUsualLengthApart() {
    var timeline =
        read(MPEG_CLOCK, frame(NONE, NONE, 3600), frame(NONE, NONE, 3600), frame(9000, 9000, 3600));

    assertThat(milliseconds(timeline)).containsExactly(20L, 60L, 100L);
  }

  /** AVI stores when a frame is decoded: FFmpeg's times are late by the reorder depth. */
  @Test
  void theDelayOfAContainerThatStoresDecodingTimesIsTakenBack() {
    var clock = new StreamClock(new Rational(1, 25), 0, 2, true);
    var reader = new DecodedTimelineReader(clock, 0, nanos(1));
    for (int i = 0; i < 5; i++) {
      reader.read(frame(NONE, i + 2, 1));
    }

    var timeline = reader.timeline(true).orElseThrow();

    assertThat(timeline.keys()).isEqualTo(Keys.COUNT);
    assertThat(milliseconds(timeline)).containsExactly(0L, 40L, 80L, 120L, 160L);
  }

  @Test
  void theDelayIsTakenBackFromStoredTimesToo() {
    var clock = new StreamClock(new Rational(1, 25), 0, 1, true);
    var reader = new DecodedTimelineReader(clock, 0, nanos(1));
    for (int i = 0; i < 3; i++) {
      reader.read(frame(i + 1, i + 1, 1));
    }

    var timeline = reader.timeline(true).orElseThrow();

    assertThat(timeline.keys()).isEqualTo(Keys.TIMESTAMP);
    assertThat(timeline.frames()).extracting(FrameTime::key).containsExactly(1L, 2L, 3L);
    assertThat(milliseconds(timeline)).containsExactly(0L, 40L, 80L);
  }

  @Test
  void theDelayIsThatOfFramesThatFollowOneAnother() {
    var clock = new StreamClock(new Rational(1, 25), 0, 1, true);
    var reader = new DecodedTimelineReader(clock, 0, nanos(1));
    for (var pts : new Object[] {NONE, 2, 3, NONE, 5, NONE, 7, NONE, 9}) {
      reader.read(frame(pts, pts, 1));
    }

    assertThat(milliseconds(reader.timeline(true).orElseThrow()))
        .containsExactly(0L, 40L, 80L, 120L, 160L, 200L, 240L, 280L, 320L);
  }

  @Test
  void whereNoFrameHasATimeTheGuessesOfFfmpegCount() {
    var timeline =
        read(MILLISECONDS, frame(NONE, 0, 40), frame(NONE, NONE, 40), frame(NONE, 90, 40));

    assertThat(timeline.keys()).isEqualTo(Keys.COUNT);
    assertThat(milliseconds(timeline)).containsExactly(0L, 45L, 90L);
  }

  @Test
  void aTimeThatIsRepeatedIsFilledInAndTheFramesAreCounted() {
    var timeline =
        read(
            MILLISECONDS,
            frame(0, 0, 40),
            frame(40, 40, 40),
            frame(40, 80, 40),
            frame(120, 120, 40),
            frame(120, 160, 40));

    assertThat(timeline.keys()).isEqualTo(Keys.COUNT);
    assertThat(timeline.frames()).extracting(FrameTime::key).containsExactly(0L, 1L, 2L, 3L, 4L);
    assertThat(timeline.frames())
        .extracting(FrameTime::pts)
        .containsExactly(0L, 40L, 40L, 120L, 120L);
    assertThat(milliseconds(timeline)).containsExactly(0L, 40L, 80L, 120L, 160L);
  }

  /** AVI's clock may tick more often than there are frames: each is then said to last one tick. */
  @Test
  void theDelayThatIsTakenBackIsOfFramesNotOfTicks() {
    var clock = new StreamClock(new Rational(1, 600), 0, 2, true);
    var reader = new DecodedTimelineReader(clock, 0, nanos(1));
    for (int i = 0; i < 5; i++) {
      reader.read(frame(NONE, 24 * (i + 2), 1));
    }

    assertThat(milliseconds(reader.timeline(true).orElseThrow()))
        .containsExactly(0L, 40L, 80L, 120L, 160L);
  }

  @Test
  void readingStopsBehindTheFramesThatFollowTheScene() {
    var reader = new DecodedTimelineReader(ProbeLines.clock(MILLISECONDS), 0, nanos(1));

    assertThat(reader.read(frame(1000, 1000, 40))).isFalse();
    assertThat(reader.read(frame(NONE, NONE, 40))).isFalse();
    assertThat(reader.read(frame(1100, 1100, 40))).isFalse();
    assertThat(reader.read(frame(1101, 1101, 40))).isTrue();
  }

  @Test
  void readingGoesOnForAsLongAsTheDelayThatIsTakenBack() {
    var clock = new StreamClock(new Rational(1, 25), 0, 2, true);
    var reader = new DecodedTimelineReader(clock, 0, nanos(1));

    assertThat(reader.read(frame(NONE, 29, 1))).isFalse();
    assertThat(reader.read(frame(NONE, 30, 1))).isTrue();
  }

  @Test
  void theDelayThatIsTakenBackWhileReadingIsOfFramesNotOfTicks() {
    var clock = new StreamClock(new Rational(1, 600), 0, 2, true);
    var reader = new DecodedTimelineReader(clock, 0, nanos(1));

    assertThat(reader.read(frame(NONE, 660, 1))).isFalse();
    assertThat(reader.read(frame(NONE, 684, 1))).isFalse();
    assertThat(reader.read(frame(NONE, 708, 1))).isFalse();
    assertThat(reader.read(frame(NONE, 732, 1))).isTrue();
  }

  @Test
  void aReadingBeginsInTimeIfItHoldsAFrameAtTheStart() {
    assertThat(begins(0.08, frame(80, 80, 40))).isTrue();
    assertThat(begins(0.1, frame(80, 80, 40))).isTrue();
    assertThat(begins(0.07, frame(80, 80, 40))).isFalse();
    assertThat(begins(0.07)).isFalse();
  }

  @Test
  void timesOfDecodingGoToFramesInTheOrderInWhichTheseAreShown() {
    var reader = new DecodedTimelineReader(ProbeLines.clock(MILLISECONDS), 0, nanos(1));
    reader.read(frame(0, 0, 40));
    reader.read(frame(80, 80, 40));
    reader.read(frame(40, 120, 40));
    reader.read(frame(120, 160, 40));

    var timeline = reader.timeline(true).orElseThrow();

    assertThat(timeline.keys()).isEqualTo(SceneTimeline.Keys.COUNT);
    assertThat(timeline.frames())
        .extracting(FrameTime::start)
        .containsExactly(0L, nanos(0.04), nanos(0.08), nanos(0.12));
    assertThat(timeline.frames()).extracting(FrameTime::pts).containsExactly(0L, 80L, 40L, 120L);
  }

  @Test
  void otherLinesAreSkipped() {
    var reader = new DecodedTimelineReader(ProbeLines.clock(MILLISECONDS), 0, nanos(1));

    assertThat(reader.read("packet|pts=5000|dts=5000|duration=40|size=5|flags=K__")).isFalse();
    assertThat(reader.timeline(true)).isEmpty();
    assertThat(reader.entries()).isEqualTo("frame=pts,best_effort_timestamp,duration");
  }

  private static boolean begins(double start, String... lines) {
    var reader =
        new DecodedTimelineReader(ProbeLines.clock(MILLISECONDS), nanos(start), nanos(start + 1));
    for (var line : lines) {
      reader.read(line);
    }
    return reader.beginsInTime();
  }

  private static SceneTimeline read(Rational timeBase, String... lines) {
    var reader = new DecodedTimelineReader(ProbeLines.clock(timeBase), 0, nanos(1));
    for (var line : lines) {
      reader.read(line);
    }
    return reader.timeline(true).orElseThrow();
  }
}
