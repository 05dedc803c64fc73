package dev.shorts.transcode.frames;

import dev.shorts.transcode.timeline.SceneTimeline.Keys;
import java.util.List;

/**
 * Writes a {@link FrameTable} as FFmpeg filters: each decoded frame gets the time of the first
 * frame of the short that shows it, or is dropped.
 */
public final class FrameFilter {

  /** The file with the expression, in the directory in which FFmpeg works. */
  public static final String FILE = "frames.txt";

  /** Ticks a second while frames get their times: fine enough to tell any two frames apart. */
  private static final long FINE = 10_000_000;

  private final FrameTable table;

  public FrameFilter(FrameTable table) {
    this.table = table;
  }

  /**
   * The filters, which read {@link #FILE}. Two copies are put behind the last frame of the source,
   * since {@code fps} drops a frame whose end it can't see (FFmpeg 9.0.2).
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

  /** Ticks for each {@code 1/numerator} of a second. */
  private long ticks() {
    return Math.max(1, FINE / table.rate().numerator());
  }

  /**
   * The content of {@link #FILE}: a balanced tree of comparisons, since FFmpeg evaluates a chain of
   * thousands too slowly and refuses one that is nested so deep.
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
