package dev.shorts.transcode.timeline;

import static dev.shorts.transcode.timeline.Timelines.MICROSECONDS;
import static dev.shorts.transcode.timeline.Timelines.MILLISECONDS;
import static dev.shorts.transcode.timeline.Timelines.MPEG_CLOCK;
import static dev.shorts.transcode.timeline.Timelines.evenOnClock;
import static dev.shorts.transcode.timeline.Timelines.written;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.transcode.frames.FrameRate;
import dev.shorts.transcode.frames.FrameTable;
import dev.shorts.transcode.probe.Rational;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Makes shorts by the times of any two frames, as lists of scenes write them. */
class SceneListsTest {

  private static final long SEED = 17;
  private static final int SCENES = 40;
  private static final int FRAMES = 600;
  private static final long ROUNDED = 10_000_000;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "24000/1001, 1",
        "24/1, 1",
        "25/1, 1",
        "30000/1001, 1",
        "30/1, 1",
        "48/1, 1",
        "50/1, 1",
        "60000/1001, 1",
        "60/1, 1",
        "90/1, 2",
        "100/1, 2",
        "120000/1001, 2",
        "120/1, 2",
        "144/1, 4",
        "240000/1001, 4",
        "240/1, 4"
      })
  void anEvenSourceShowsJustTheFramesOfTheSceneAtEachWrittenTime(String rateAndEvery) {
    var source = rateAndEvery.split(", ");
    var rate = Rational.parse(source[0]).orElseThrow();
    int every = Integer.parseInt(source[1]);
    for (var clock : List.of(rate.inverse(), MICROSECONDS, MPEG_CLOCK, MILLISECONDS)) {
      var timeline = evenOnClock(clock, rate, FRAMES);
      scenes(
          timeline,
          List.of(rate),
          scene -> {
            scene.showsItsFrames();
            assertThat(scene.rate).as(scene.name()).isEqualTo(scene.expected(rate, every));
            int frames = Math.max(1, Math.round((float) (scene.after - scene.first) / every));
            assertThat(scene.table.frames()).as(scene.name()).isEqualTo(frames);
            assertThat(scene.lost())
                .as(scene.name())
                .isEqualTo(Math.max(0, scene.candidates.length - frames));
            assertThat(scene.table.rows().getLast())
                .as("last frame, " + scene.name())
                .isEqualTo(scene.candidates[Math.min(scene.candidates.length, frames) - 1]);
            assertThat(scene.table.irregularSteps()).as(scene.name()).isZero();
          });
    }
  }

  static Stream<VariableSource> variableSources() {
    return VariableSource.all(new Random(SEED)).stream();
  }

  @ParameterizedTest
  @MethodSource("variableSources")
  void aVariableSourceShowsItsFirstAndLastFrameAndLosesWhatItsRateForces(VariableSource source) {
    scenes(
        source.timeline(),
        source.claim(),
        scene -> {
          scene.showsItsFrames();
          assertThat(scene.table.rows().getLast())
              .as("last frame, " + scene.name())
              .isEqualTo(scene.lastPossible());
          assertThat(scene.lastPossible()).as(scene.name()).isEqualTo(scene.after - 1);
          assertThat(scene.lost()).as(scene.name()).isEqualTo(scene.forced());
        });
  }

  /** Tries random scenes in each way to write their times. */
  private static void scenes(SceneTimeline timeline, List<Rational> claims, Consumer<Scene> check) {
    var random = new Random(SEED);
    for (int number = 0; number < SCENES; number++) {
      int first = random.nextInt(timeline.frames().size());
      int most = number % 2 == 0 ? 12 : timeline.frames().size();
      int after = first + 1 + random.nextInt(Math.min(most, timeline.frames().size() - first));
      for (int decimals : new int[] {2, 3, 6}) {
        for (var rounding : List.of(RoundingMode.HALF_UP, RoundingMode.DOWN)) {
          long start = written(time(timeline, first), decimals, rounding);
          long end = written(time(timeline, after), decimals, rounding);
          if (decimals > 2 || isNear(timeline, first, start) && isNear(timeline, after, end)) {
            var range = SceneRange.of(timeline, start, end);
            check.accept(new Scene(timeline, first, after, range, claims));
          }
        }
      }
    }
  }

  /** The time at which a frame begins, or the last one ends. */
  private static long time(SceneTimeline timeline, int frame) {
    return frame < timeline.frames().size() ? timeline.start(frame) : timeline.end().orElseThrow();
  }

  /** Whether a written time is off by under half of the step beside it, and by 10 ms at most. */
  private static boolean isNear(SceneTimeline timeline, int frame, long written) {
    long off = written - time(timeline, frame);
    int other = Math.clamp(off < 0 ? frame - 1 : frame + 1, 0, timeline.frames().size());
    long step = Math.abs(time(timeline, other) - time(timeline, frame));
    return Math.abs(off) <= ROUNDED && (2 * Math.abs(off) < step || off == 0);
  }

  /** The short of frames {@code first} until before {@code after}. */
  private static final class Scene {

    private final SceneTimeline timeline;
    private final int first;
    private final int after;
    private final SceneRange range;
    private final FrameRate rate;
    private final FrameTable table;
    private final int[] candidates;

    private Scene(
        SceneTimeline timeline, int first, int after, SceneRange range, List<Rational> claims) {
      this.timeline = timeline;
      this.first = first;
      this.after = after;
      this.range = range;
      this.rate = FrameRate.of(timeline, range, claims);
      this.table = FrameTable.of(timeline, range, rate);
      this.candidates =
          IntStream.range(first, after).filter(i -> (i - first) % rate.every() == 0).toArray();
    }

    /** The rate of an even source; that of a short of one frame can't be told. */
    FrameRate expected(Rational source, int every) {
      if (first == timeline.frames().size() - 1) {
        return rate;
      }
      return new FrameRate(new Rational(source.numerator(), source.denominator() * every), every);
    }

    void showsItsFrames() {
      assertThat(range)
          .as(name())
          .isEqualTo(new SceneRange(time(timeline, first), time(timeline, after), true));
      assertThat(table.rows().getFirst()).as("first frame, " + name()).isEqualTo(first);
      assertThat(table.rows()).as(name()).isSorted().allMatch(it -> it >= first && it < after);
    }

    /** The last frame, or of halved ones the last that the length has room for. */
    private int lastPossible() {
      int last = candidates.length - 1;
      while (last > 0 && frames(candidates[last]) - 0.75 > table.frames() - 1 + 1e-6) {
        last--;
      }
      return table.frames() == 1 ? first : candidates[last];
    }

    int lost() {
      return candidates.length - table.shown();
    }

    /** Counts the frames for which there is no room, showing each as early as it can be. */
    int forced() {
      int shown = 1;
      int row = 0;
      for (int i = 1; i < candidates.length; i++) {
        double time = frames(candidates[i]);
        int earliest = Math.max(row + 1, (int) Math.ceil(time - 0.75 - 1e-6));
        if (earliest <= Math.min(table.frames() - 1, time + 0.75 + 1e-6)) {
          row = earliest;
          shown++;
        }
      }
      return candidates.length - shown;
    }

    private double frames(int frame) {
      return (timeline.start(frame) - timeline.start(first)) / 1e9 * rate.rate().value();
    }

    String name() {
      long[] times = LongStream.of(time(timeline, first), time(timeline, after)).toArray();
      return "seed %d: frames %d until %d, %d to %d ns, at %s, in %s"
          .formatted(SEED, first, after, times[0], times[1], rate, range);
    }
  }
}
