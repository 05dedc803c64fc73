package dev.shorts.transcode.timeline;

import dev.shorts.transcode.timeline.SceneTimeline.Keys;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

  private static final BigDecimal HALF = new BigDecimal("0.5");

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

  /** A decoded frame, and the frame of the short that it begins. */
  private record Decoded(long key, int row) {}

  private List<Leaf> leaves() {
    var all = decoded();
    var leaves = new ArrayList<Leaf>();
    leaves.add(new Leaf(BigDecimal.ZERO, DROPPED));
    long before = all.getFirst().key() - 1;
    for (var frame : all) {
      if (frame.row() != leaves.getLast().row()) {
        leaves.add(new Leaf(border(before, frame.key()), frame.row()));
      }
      before = frame.key();
    }
    if (leaves.getLast().row() != table.frames()) {
      leaves.add(new Leaf(border(before, before + 1), table.frames()));
    }
    return leaves;
  }

  /** In the order of their keys, with those that are hidden. */
  private List<Decoded> decoded() {
    var rows = firstRows();
    var frames = table.timeline().frames();
    return Stream.concat(
            IntStream.range(0, rows.length)
                .mapToObj(i -> new Decoded(frames.get(i).key(), rows[i])),
            table.timeline().hidden().stream().map(it -> new Decoded(it.key(), DROPPED)))
        .sorted(Comparator.comparingLong(Decoded::key))
        .toList();
  }

  /** For each source frame the first frame of the short that shows it; behind the last, the end. */
  private int[] firstRows() {
    var rows = new int[table.timeline().frames().size()];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = i > table.rows().getLast() ? table.frames() : DROPPED;
    }
    for (int row = table.frames() - 1; row >= 0; row--) {
      rows[table.rows().get(row)] = row;
    }
    return rows;
  }

  /** Halfway between two keys. */
  private BigDecimal border(long before, long after) {
    var middle = BigDecimal.valueOf(before).add(BigDecimal.valueOf(after)).multiply(HALF);
    if (table.timeline().keys() == Keys.COUNT) {
      return middle;
    }
    var timeBase = table.timeline().timeBase();
    return middle
        .multiply(BigDecimal.valueOf(timeBase.numerator()))
        .divide(BigDecimal.valueOf(timeBase.denominator()), MathContext.DECIMAL64)
        .setScale(9, RoundingMode.HALF_UP);
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
