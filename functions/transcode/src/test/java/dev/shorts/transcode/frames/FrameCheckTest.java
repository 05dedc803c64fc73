package dev.shorts.transcode.frames;

import static dev.shorts.transcode.timeline.Timelines.MILLISECONDS;
import static dev.shorts.transcode.timeline.Timelines.evenOnClock;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.shorts.transcode.frames.FrameCheck.LoggedFrame;
import dev.shorts.transcode.frames.FrameCheck.Result;
import dev.shorts.transcode.frames.FrameCheck.Result.BeginsLate;
import dev.shorts.transcode.frames.FrameCheck.Result.Different;
import dev.shorts.transcode.frames.FrameCheck.Result.Exact;
import dev.shorts.transcode.frames.FrameCheck.Result.SomeHeld;
import dev.shorts.transcode.probe.Rational;
import dev.shorts.transcode.timeline.FrameTime;
import dev.shorts.transcode.timeline.SceneTimeline;
import dev.shorts.transcode.timeline.SceneTimeline.Keys;
import dev.shorts.transcode.timeline.Timelines;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FrameCheckTest {

  /** Frames of a source at 25 a second, whose numbers are 10 to 15; 12 is shown twice. */
  private static final FrameTable TABLE = table(Keys.TIMESTAMP, 0);

  private static final FrameTable COUNTED = table(Keys.COUNT, 0);

  @Test
  void aLogWithTheFramesOfTheTableIsExact() {
    assertThat(compare(TABLE, 10, 11, 12, 12, 13, 14, 15)).isEqualTo(new Exact());
    assertThat(compare(COUNTED, 10, 11, 12, 12, 13, 14, 15)).isEqualTo(new Exact());
  }

  @Test
  void theFrameBeforeOneThatCannotBeDecodedIsHeld() {
    assertThat(compare(TABLE, 10, 11, 12, 12, 12, 14, 15)).isEqualTo(new SomeHeld(1));
    assertThat(compare(TABLE, 10, 11, 11, 11, 13, 14, 15)).isEqualTo(new SomeHeld(2));
    assertThat(compare(TABLE, 10, 11, 12, 12, 13, 14, 14)).isEqualTo(new SomeHeld(1));
    assertThat(compare(COUNTED, 10, 10, 12, 12, 13, 14, 15)).isEqualTo(new SomeHeld(1));
  }

  @Test
  void theFirstDecodedFrameStandsForThoseBeforeIt() {
    assertThat(compare(TABLE, 11, 11, 12, 12, 13, 14, 15)).isEqualTo(new BeginsLate(1));
    assertThat(compare(TABLE, 12, 12, 12, 12, 13, 14, 15)).isEqualTo(new BeginsLate(2));
    assertThat(compare(TABLE, 15, 15, 15, 15, 15, 15, 15)).isEqualTo(new BeginsLate(6));
  }

  @Test
  void framesHeldAfterALateBeginningAreCountedWithIt() {
    assertThat(compare(TABLE, 11, 11, 12, 12, 12, 14, 15)).isEqualTo(new BeginsLate(2));
  }

  /** Where the right frame isn't in the log at all, the one before is what may be held. */
  @Test
  void anotherFrameIsADifference() {
    assertThat(compare(TABLE, 10, 11, 12, 12, 13, 14, 16)).isEqualTo(different(6, 14, 16));
    assertThat(compare(TABLE, 9, 11, 12, 12, 13, 14, 15)).isEqualTo(different(0, 11, 9));
    assertThat(compare(TABLE, 10, 11, 12, 13, 13, 14, 15)).isEqualTo(different(3, 12, 13));
    assertThat(compare(TABLE, 10, 11, 11, 12, 13, 14, 15)).isEqualTo(different(2, 12, 11));
  }

  @Test
  void aShortThatHoldsNoFrameOfItsTableBeginsLate() {
    assertThat(compare(TABLE, 1, 2, 3, 3, 4, 5, 6)).isEqualTo(new BeginsLate(7));
  }

  @Test
  void aFrameHeldThoughTheNextWasDecodedIsADifference() {
    assertThat(compare(TABLE, 10, 11, 12, 12, 14, 14, 15)).isEqualTo(different(4, 12, 14));
  }

  @Test
  void framesInAnotherOrderAreADifference() {
    assertThat(compare(TABLE, 10, 12, 11, 12, 13, 14, 15)).isEqualTo(different(1, 11, 12));
    assertThat(compare(TABLE, 11, 10, 12, 12, 13, 14, 15)).isEqualTo(different(0, 10, 11));
  }

  @Test
  void aMissingAndALineTooManyAreDifferences() {
    assertThat(compare(TABLE, 10, 11, 12, 12, 13, 14))
        .isEqualTo(new Different(6, "7 frames", "6 frames"));
    assertThat(compare(TABLE, 10, 11, 12, 12, 13, 14, 15, 15))
        .isEqualTo(new Different(7, "7 frames", "8 frames"));
    assertThat(compare(TABLE)).isEqualTo(new Different(0, "7 frames", "0 frames"));
  }

  /** FFmpeg may begin to count at another frame than ffprobe did. */
  @Test
  void aCountedFrameWithAnotherTimeIsADifference() {
    var table = table(Keys.COUNT, 1);

    assertThat(compare(table, 10, 11, 12, 12, 13, 14, 15))
        .asInstanceOf(type(Different.class))
        .extracting(Different::row)
        .isEqualTo(0);
  }

  @Test
  void countedFramesWithoutATimeHaveNoneInTheLog() {
    var frames =
        IntStream.range(0, 3)
            .mapToObj(i -> new FrameTime(i, i == 1 ? FrameTime.NO_PTS : i * 40, i * 40L, 0))
            .toList();
    var timeline = new SceneTimeline(frames, Keys.COUNT, MILLISECONDS, true);
    var table = new FrameTable(Rational.of(25), timeline, List.of(0, 1, 2), 0);

    assertThat(FrameCheck.compare(table, log("0:0", "1:-9223372036854775808", "2:80")))
        .isEqualTo(new Exact());
    assertThat(FrameCheck.compare(table, log("0:0", "1:40", "2:80"))).isInstanceOf(Different.class);
  }

  @Test
  void aLineOfTheLogIsANumberAndATimestamp() {
    assertThat(LoggedFrame.of("17:-2002")).isEqualTo(new LoggedFrame(17, -2002));
    assertThat(LoggedFrame.FORMAT).isEqualTo("{ni}:{ptsi}");
  }

  @Test
  void theFirstFrameTellsWhetherTheReadingBeganInTime() {
    assertThat(FrameCheck.beginsInTime(TABLE, logged(10))).isTrue();
    assertThat(FrameCheck.beginsInTime(TABLE, logged(11))).isFalse();
    assertThat(FrameCheck.beginsInTime(TABLE, new LoggedFrame(3, 400))).isTrue();
    assertThat(FrameCheck.beginsInTime(COUNTED, logged(10))).isTrue();
    assertThat(FrameCheck.beginsInTime(COUNTED, new LoggedFrame(3, 400))).isFalse();
  }

  @Test
  void upToATenthOfTheFramesMayBeHeldAndOneAtLeast() {
    var hundred = Timelines.table(Rational.of(25), 100);
    var five = Timelines.table(Rational.of(25), 5);

    assertThat(FrameCheck.isTooMany(hundred, 10)).isFalse();
    assertThat(FrameCheck.isTooMany(hundred, 11)).isTrue();
    assertThat(FrameCheck.isTooMany(five, 1)).isFalse();
    assertThat(FrameCheck.isTooMany(five, 2)).isTrue();
  }

  private static Result compare(FrameTable table, int... numbers) {
    return FrameCheck.compare(
        table, IntStream.of(numbers).mapToObj(FrameCheckTest::logged).toList());
  }

  private static Different different(int row, int expected, int found) {
    var frame = TABLE.timeline().frames().get(expected);
    return new Different(row, frame.toString(), logged(found).toString());
  }

  private static LoggedFrame logged(int number) {
    return new LoggedFrame(number, number * 40L);
  }

  private static List<LoggedFrame> log(String... lines) {
    return Stream.of(lines).map(LoggedFrame::of).toList();
  }

  /**
   * @param off by how many frames the timestamps lie behind the numbers
   */
  private static FrameTable table(Keys keys, int off) {
    var even = evenOnClock(MILLISECONDS, Rational.of(25), 20);
    var frames =
        IntStream.range(0, 20)
            .mapToObj(
                i -> {
                  long pts = (i + off) * 40L;
                  return new FrameTime(keys == Keys.COUNT ? i : pts, pts, even.start(i), 0);
                })
            .toList();
    var timeline = new SceneTimeline(frames, keys, MILLISECONDS, true);
    return new FrameTable(
        Rational.of(25), timeline, List.of(10, 11, 12, 12, 13, 14, 15), timeline.start(10));
  }
}
