package dev.shorts.transcode.frames;

import static dev.shorts.transcode.timeline.Timelines.MILLISECONDS;
import static dev.shorts.transcode.timeline.Timelines.MPEG_CLOCK;
import static dev.shorts.transcode.timeline.Timelines.evenOnClock;
import static dev.shorts.transcode.timeline.Timelines.nanos;
import static dev.shorts.transcode.timeline.Timelines.ofTicks;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.transcode.probe.Rational;
import dev.shorts.transcode.timeline.FrameExpression;
import dev.shorts.transcode.timeline.FrameTime;
import dev.shorts.transcode.timeline.SceneTimeline;
import dev.shorts.transcode.timeline.SceneTimeline.Keys;
import dev.shorts.transcode.timeline.Timelines;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameFilterTest {

  private static final int DROPPED = -1;

  private static final Rational NTSC = new Rational(30_000, 1001);

  @Test
  void theFiltersGiveEachFrameTheTimeOfItsFirstRowAndFillTheRest() {
    var filter = new FrameFilter(table(NTSC, evenOnClock(MPEG_CLOCK, NTSC, 90), 10, 11, 12));

    assertThat(filter.filters())
        .isEqualTo(
            "tpad=stop=2:stop_mode=clone,settb=1/9990000,setpts=/expr=frames.txt,"
                + "select=gte(pts\\,0),fps=30000/1001:start_time=0,"
                + "tpad=stop=-1:stop_mode=clone,trim=end_frame=3");
  }

  @Test
  void theExpressionIsATreeOfTimesHalfwayBetweenFrames() {
    var filter = new FrameFilter(table(NTSC, evenOnClock(MPEG_CLOCK, NTSC, 90), 10, 11, 11));

    assertThat(filter.expression())
        .isEqualTo(
            "333333*if(lt(T,0.350350000),if(lt(T,0.316983333),-1,0),if(lt(T,0.383716667),1,4))\n");
  }

  /** With the end itself, fps would never fill the short: each frame would replace the last. */
  @Test
  void whatFollowsTheShortComesAFrameAfterItsEnd() {
    var timeline = ofTicks(MILLISECONDS, 0, 40, 80, 120);

    assertThat(rows(table(Rational.of(25), timeline, 0, 1))).containsExactly(0, 1, 3, 3);
  }

  @ParameterizedTest
  @CsvSource({
    "24000/1001, 416",
    "25/1,       400000",
    "30000/1001, 333",
    "60000/1001, 166",
    "14423/250,  693",
    "10/1,       1000000"
  })
  void aFrameOfTheShortIsAWholeNumberOfTicks(String text, long ticks) {
    var rate = Rational.parse(text).orElseThrow();
    var filter = new FrameFilter(Timelines.table(rate, 3));

    assertThat(filter.filters()).contains("settb=1/" + rate.numerator() * ticks + ",");
    assertThat(new FrameExpression(filter.expression(), "T").ticksOfAFrame)
        .isEqualTo(rate.denominator() * ticks);
  }

  @Test
  void eachShownFrameGetsItsFirstRowAndEveryOtherIsDropped() {
    var timeline = ofTicks(MILLISECONDS, 0, 40, 80, 81, 85, 120, 5000, 5040, 5080, 5120);
    var table = table(Rational.of(25), timeline, 1, 1, 2, 5, 5, 5, 7, 8);

    assertThat(rows(table)).containsExactly(DROPPED, 0, 2, DROPPED, DROPPED, 3, DROPPED, 6, 7, 9);
    checkAround(table);
  }

  @Test
  void everySecondFrameOfAHalvedRateIsDropped() {
    var timeline = evenOnClock(MILLISECONDS, Rational.of(120), 20);
    var table = table(Rational.of(60), timeline, 4, 6, 8, 10);

    assertThat(rows(table).subList(2, 14)).containsExactly(-1, -1, 0, -1, 1, -1, 2, -1, 3, 5, 5, 5);
    checkAround(table);
  }

  @Test
  void aSceneThatShowsAllFramesOfASourceHasNoneDroppedAmongThem() {
    var table = Timelines.table(Rational.of(25), 50);

    assertThat(rows(table)).isEqualTo(IntStream.range(0, 50).boxed().toList());
    checkAround(table);
  }

  @Test
  void framesBeforeTheZeroOfTheClockAreTold() {
    var timeline = ofTicks(MPEG_CLOCK, -7200, -3600, 0, 3600);
    var table = table(Rational.of(25), timeline, 1, 2);

    assertThat(rows(table)).containsExactly(DROPPED, 0, 1, 3);
    checkAround(table);
  }

  @Test
  void framesOfAClockThatHasRunForYearsAreTold() {
    long years = 90_000L * 3600 * 24 * 365 * 3;
    var timeline = ofTicks(MPEG_CLOCK, years, years + 1, years + 3600, years + 3601);
    var table = table(Rational.of(25), timeline, 1, 2);

    assertThat(rows(table)).containsExactly(DROPPED, 0, 1, 3);
  }

  @Test
  void countedFramesAreToldByTheirNumber() {
    var frames =
        IntStream.range(0, 10)
            .filter(i -> i != 4)
            .mapToObj(i -> new FrameTime(i, FrameTime.NO_PTS, nanos(i / 25.0), 0))
            .toList();
    var timeline = new SceneTimeline(frames, Keys.COUNT, MILLISECONDS, true);
    var expression =
        new FrameExpression(
            new FrameFilter(table(Rational.of(25), timeline, 3, 3, 4, 6)).expression(), "N");

    assertThat(IntStream.range(0, 12).map(expression::row))
        .containsExactly(-1, -1, -1, 0, 2, 2, -1, 3, 5, 5, 5, 5);
  }

  @Test
  void aShortOf180SecondsAt60IsATreeOf14Comparisons() {
    var rate = Rational.of(60);
    var timeline = evenOnClock(MPEG_CLOCK, rate, 11_000);
    var rows = IntStream.range(50, 50 + 10_800).boxed().toList();
    var table = new FrameTable(rate, timeline, rows, timeline.start(50));

    assertThat(expression(table).depth()).isBetween(13, 15);
    assertThat(rows(table).subList(49, 53)).containsExactly(-1, 0, 1, 2);
    assertThat(rows(table).subList(10_848, 10_852)).containsExactly(10_798, 10_799, 10_801, 10_801);
  }

  /** Checks times shortly before and behind each frame, as FFmpeg's floating point has them. */
  private static void checkAround(FrameTable table) {
    var expression = expression(table);
    var rows = rows(table);
    double quarter = table.timeline().timeBase().value() / 4;
    for (int i = 0; i < rows.size(); i++) {
      assertThat(expression.row(seconds(table, i) - quarter)).isEqualTo(rows.get(i));
      assertThat(expression.row(seconds(table, i) + quarter)).isEqualTo(rows.get(i));
    }
    assertThat(expression.row(-1000)).isEqualTo(DROPPED);
    assertThat(expression.row(100_000)).isEqualTo(table.frames() + 1);
  }

  /** What the expression says for each frame of the source. */
  private static List<Integer> rows(FrameTable table) {
    var expression = expression(table);
    return IntStream.range(0, table.timeline().frames().size())
        .mapToObj(i -> expression.row(seconds(table, i)))
        .toList();
  }

  private static FrameExpression expression(FrameTable table) {
    return new FrameExpression(new FrameFilter(table).expression(), "T");
  }

  /** FFmpeg multiplies a timestamp by its time base in floating point. */
  private static double seconds(FrameTable table, int frame) {
    return table.timeline().frames().get(frame).pts() * table.timeline().timeBase().value();
  }

  private static FrameTable table(Rational rate, SceneTimeline timeline, Integer... rows) {
    return new FrameTable(rate, timeline, List.of(rows), timeline.start(rows[0]));
  }
}
