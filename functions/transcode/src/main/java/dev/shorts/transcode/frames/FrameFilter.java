package dev.shorts.transcode.frames;

import dev.shorts.transcode.timeline.SceneTimeline.Keys;
import java.util.List;

/**
 * Writes a {@link FrameTable} as FFmpeg filters: each decoded frame gets the time of the first
 * frame of the short that shows it, or is dropped.
 */
public final class FrameFilter {

  /** File with the expression, in FFmpeg's working directory. */
  public static final String FILE = "frames.txt";

  /**
   * Ticks a second of the time base in which frames get their times: fine enough to separate any
   * two frames.
   */
  private static final long FINE = 10_000_000;

  private final FrameTable table;

  public FrameFilter(FrameTable table) {
    this.table = table;
  }

  /**
   * Returns the filters, which read {@link #FILE}. {@code tpad} appends two copies of the last
   * frame, since {@code fps} drops a frame whose end it can't see (FFmpeg 9.0.2).
   */
  public String filters() {
    var rate = table.rate();
    return String.join(
        ",",
        "tpad=stop=2:stop_mode=clone",
        "settb=1/" + rate.numerator() * ticks(),
        "setpts=/expr=" + FILE,
        "select=gte(pts\\,0)",
        "fps=%s:start_time=0".formatted(rate),
        "tpad=stop=-1:stop_mode=clone",
        "trim=end_frame=" + table.frames());
  }

  /** Returns the ticks for each {@code 1/numerator} of a second. */
  private long ticks() {
    return Math.max(1, FINE / table.rate().numerator());
  }

  /**
   * Returns the content of {@link #FILE}: a balanced tree of comparisons, since FFmpeg evaluates a
   * chain of thousands too slowly and limits the nesting depth.
   */
  public String expression() {
    var intervals = RowInterval.of(table);
    return "%d*%s%n"
        .formatted(table.rate().denominator() * ticks(), tree(intervals, 0, intervals.size()));
  }

  private String tree(List<RowInterval> intervals, int from, int to) {
    if (to - from == 1) {
      return Integer.toString(intervals.get(from).row());
    }
    int middle = (from + to) / 2;
    return "if(lt(%s,%s),%s,%s)"
        .formatted(
            table.timeline().keys() == Keys.COUNT ? "N" : "T",
            intervals.get(middle).from().toPlainString(),
            tree(intervals, from, middle),
            tree(intervals, middle, to));
  }
}
