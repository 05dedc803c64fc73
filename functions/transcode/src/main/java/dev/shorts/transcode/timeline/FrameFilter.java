package dev.shorts.transcode.timeline;

import dev.shorts.transcode.timeline.SceneTimeline.Keys;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
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

  private static final int DROPPED = -1;

  /** Frames by which what follows the short comes later than its end. */
  private static final int BEHIND = 1;

  private static final BigDecimal HALF = new BigDecimal("0.5");

  private static final BigDecimal MICROSECOND = new BigDecimal("0.000001");

  private static final int DECIMALS = 9;

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
    var leaves = leaves();
    return "%d*%s%n"
        .formatted(table.rate().denominator() * ticks(), tree(leaves, 0, leaves.size()));
  }

  /**
   * A stretch of keys with the same frame of the short.
   *
   * @param from where it begins: seconds, or a number of frames
   */
  private record Leaf(BigDecimal from, int row) {}

  private List<Leaf> leaves() {
    var rows = firstRows();
    var leaves = new ArrayList<Leaf>();
    leaves.add(new Leaf(BigDecimal.ZERO, DROPPED));
    for (int i = 0; i < rows.length; i++) {
      if (rows[i] != leaves.getLast().row()) {
        leaves.add(new Leaf(border(i), rows[i]));
      }
    }
    if (leaves.getLast().row() != end()) {
      leaves.add(new Leaf(border(rows.length), end()));
    }
    return leaves;
  }

  /** For each source frame the first frame of the short that shows it. */
  private int[] firstRows() {
    var rows = new int[table.timeline().frames().size()];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = i > table.rows().getLast() ? end() : DROPPED;
    }
    for (int row = table.frames() - 1; row >= 0; row--) {
      rows[table.rows().get(row)] = row;
    }
    return rows;
  }

  /**
   * The time of all that follows the short: late enough for {@code fps} to fill the short and one
   * frame more, at which {@code trim} ends the reading.
   */
  private int end() {
    return table.frames() + BEHIND;
  }

  /**
   * Halfway between the keys of source frame {@code i} and the one before; half a tick before the
   * first and behind the last, and at least a microsecond, since {@code settb} rounds.
   */
  private BigDecimal border(int i) {
    var frames = table.timeline().frames();
    if (i == 0) {
      return key(frames.getFirst()).subtract(halfTick());
    }
    if (i == frames.size()) {
      return key(frames.getLast()).add(halfTick());
    }
    var sum =
        BigDecimal.valueOf(frames.get(i - 1).key()).add(BigDecimal.valueOf(frames.get(i).key()));
    return inUnits(sum.multiply(HALF));
  }

  /** In seconds, or in frames where these are counted. */
  private BigDecimal key(FrameTime frame) {
    return inUnits(BigDecimal.valueOf(frame.key()));
  }

  private BigDecimal halfTick() {
    return inUnits(HALF).max(MICROSECOND);
  }

  private BigDecimal inUnits(BigDecimal ticks) {
    var timeBase = table.timeline().timeBase();
    return table.timeline().keys() == Keys.COUNT
        ? ticks
        : ticks
            .multiply(BigDecimal.valueOf(timeBase.numerator()))
            .divide(BigDecimal.valueOf(timeBase.denominator()), DECIMALS, RoundingMode.HALF_UP);
  }

  private String tree(List<Leaf> leaves, int from, int to) {
    if (to - from == 1) {
      return Integer.toString(leaves.get(from).row());
    }
    int middle = (from + to) / 2;
    return "if(lt(%s,%s),%s,%s)"
        .formatted(
            table.timeline().keys() == Keys.COUNT ? "N" : "T",
            leaves.get(middle).from().toPlainString(),
            tree(leaves, from, middle),
            tree(leaves, middle, to));
  }
}
