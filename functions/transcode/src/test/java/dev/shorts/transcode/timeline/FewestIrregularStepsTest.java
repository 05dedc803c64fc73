package dev.shorts.transcode.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.transcode.frames.CommonRates;
import dev.shorts.transcode.frames.FrameRate;
import dev.shorts.transcode.frames.FrameTable;
import dev.shorts.transcode.probe.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Compares tables of few frames with all that there could be. */
class FewestIrregularStepsTest {

  private static final int CASES = 20_000;
  private static final double ROUNDED = 1e-6;

  @Test
  void noTableShowsMoreFramesOrHasFewerIrregularSteps() {
    for (long seed = 0; seed < CASES; seed++) {
      var small = SmallCase.of(new Random(seed));
      var table = FrameTable.of(small.timeline, small.range, small.rate);
      var best = small.best();

      assertThat(small.isWithinReach(table)).as("seed %d: %s", seed, table.rows()).isTrue();
      assertThat(List.of(table.shown(), table.irregularSteps()))
          .as("seed %d: shown and irregular of %s, best %s", seed, table.rows(), best.rows)
          .isEqualTo(List.of(best.shown, best.irregular));
      if (best.last) {
        assertThat(table.rows().getLast()).as("seed %d: last", seed).isEqualTo(small.last());
      }
    }
  }

  /** A table that one may choose, by the frames of the short that begin a source frame. */
  private record Choice(int shown, int irregular, boolean last, List<String> rows) {

    boolean isBetterThan(Choice other) {
      if (other == null || last != other.last) {
        return other == null || last;
      }
      return shown != other.shown ? shown > other.shown : irregular < other.irregular;
    }
  }

  /** A few frames and a scene among them. */
  private static final class SmallCase {

    private final SceneTimeline timeline;
    private final SceneRange range;
    private final FrameRate rate;
    private final int frames;
    private final int[] candidates;
    private Choice best;

    private SmallCase(SceneTimeline timeline, SceneRange range, FrameRate rate) {
      this.timeline = timeline;
      this.range = range;
      this.rate = rate;
      this.frames = rate.framesIn(range);
      int first = timeline.shownAt(range.start());
      this.candidates =
          IntStream.range(first, timeline.frames().size())
              .filter(i -> i == first || timeline.start(i) < range.end())
              .filter(i -> (i - first) % rate.every() == 0)
              .toArray();
    }

    static SmallCase of(Random random) {
      var rate = CommonRates.ALL.get(random.nextInt(CommonRates.ALL.size()));
      int every = random.nextInt(4) == 0 ? 2 : 1;
      double usual = 0.3 + random.nextDouble();
      double jitter = random.nextInt(3) * random.nextDouble() / 2;
      var times = new long[3 + random.nextInt(6)];
      double time = random.nextInt(3) == 0 ? random.nextDouble() * 3 : 0;
      for (int i = 0; i < times.length; i++) {
        times[i] = Timelines.nanos(time / rate.value() / every);
        double held = random.nextInt(8) == 0 ? random.nextDouble() * 3 : 0;
        time += Math.max(0.1, usual + held + (random.nextDouble() - 0.5) * jitter);
      }
      var timeline = random.nextBoolean() ? Timelines.of(times) : Timelines.unfinished(times);
      return new SmallCase(timeline, range(timeline, random), new FrameRate(rate, every));
    }

    private static SceneRange range(SceneTimeline timeline, Random random) {
      int last = timeline.frames().size() - 1;
      long end = timeline.start(last);
      if (random.nextBoolean()) {
        int from = random.nextInt(last);
        int to = from + 1 + random.nextInt(last - from);
        return new SceneRange(timeline.start(from), timeline.start(to), true);
      }
      long start = random.nextLong(end);
      return new SceneRange(start, start + 1 + random.nextLong(end * 5 / 4 - start), false);
    }

    Choice best() {
      if (best == null) {
        search(0, 0, 1, 0, List.of("0:" + candidates[0]));
      }
      return best;
    }

    private void search(int candidate, int row, int shown, int irregular, List<String> rows) {
      boolean last = range.betweenFrames() && candidate == candidates.length - 1;
      var choice = new Choice(shown, irregular, last, rows);
      best = choice.isBetterThan(best) ? choice : best;
      for (int next = candidate + 1; next < candidates.length; next++) {
        long apart = timeline.start(candidates[next]) - timeline.start(candidates[candidate]);
        long regular = Math.round(inFrames(apart));
        for (int at = row + 1; at < frames; at++) {
          if (isWithinReach(next, at)) {
            var longer = new ArrayList<>(rows);
            longer.add(at + ":" + candidates[next]);
            search(next, at, shown + 1, irregular + (at - row == regular ? 0 : 1), longer);
          }
        }
      }
    }

    private boolean isWithinReach(int candidate, int row) {
      boolean heldBefore = timeline.start(candidates[0]) < range.start();
      double reach = candidate == 1 && heldBefore ? 1 : 0.75;
      double time = inFrames(timeline.start(candidates[candidate]) - range.start());
      return Math.abs(row - time) <= reach + ROUNDED;
    }

    private double inFrames(long nanos) {
      Rational each = rate.rate();
      return nanos / 1e9 * each.numerator() / each.denominator();
    }

    boolean isWithinReach(FrameTable table) {
      boolean within = table.frames() == frames && table.rows().getFirst() == candidates[0];
      for (int row = 1; row < frames; row++) {
        int shown = table.rows().get(row);
        int candidate = IntStream.of(candidates).boxed().toList().indexOf(shown);
        within &= candidate >= 0 && shown >= table.rows().get(row - 1);
        within &= !table.begins(row) || isWithinReach(candidate, row);
      }
      return within;
    }

    int last() {
      return candidates[candidates.length - 1];
    }
  }
}
