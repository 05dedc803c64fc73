package dev.shorts.transcode.frames;

import dev.shorts.transcode.timeline.SceneTimeline.Keys;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An interval of keys whose frames get the time of the same frame of the short, or are dropped.
 *
 * @param from where it begins: in seconds, or in frames where these are counted; it ends where the
 *     next one begins
 * @param row frame of the short, or {@link #DROPPED}
 */
record RowInterval(BigDecimal from, int row) {

  static final int DROPPED = -1;

  /** Frames by which what follows the short comes later than its end. */
  private static final int BEHIND = 1;

  private static final BigDecimal HALF = new BigDecimal("0.5");

  private static final BigDecimal MICROSECOND = new BigDecimal("0.000001");

  private static final int DECIMALS = 9;

  /** A decoded frame, and the first frame of the short that shows it. */
  private record Decoded(long key, int row) {}

  /** The intervals of a table, in the order of keys; the first one holds all that come before. */
  static List<RowInterval> of(FrameTable table) {
    var frames = decoded(table);
    var intervals = new ArrayList<RowInterval>();
    intervals.add(new RowInterval(BigDecimal.ZERO, DROPPED));
    for (int i = 0; i < frames.size(); i++) {
      if (frames.get(i).row() != intervals.getLast().row()) {
        intervals.add(new RowInterval(border(table, frames, i), frames.get(i).row()));
      }
    }
    if (intervals.getLast().row() != end(table)) {
      intervals.add(new RowInterval(border(table, frames, frames.size()), end(table)));
    }
    return intervals;
  }

  /** In the order of their keys, with those that are hidden. */
  private static List<Decoded> decoded(FrameTable table) {
    var rows = firstRows(table);
    var frames = table.timeline().frames();
    return Stream.concat(
            IntStream.range(0, rows.length)
                .mapToObj(i -> new Decoded(frames.get(i).key(), rows[i])),
            table.timeline().hidden().stream().map(it -> new Decoded(it.key(), DROPPED)))
        .sorted(Comparator.comparingLong(Decoded::key))
        .toList();
  }

  /** For each source frame the first frame of the short that shows it. */
  private static int[] firstRows(FrameTable table) {
    var rows = new int[table.timeline().frames().size()];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = i > table.rows().getLast() ? end(table) : DROPPED;
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
  private static int end(FrameTable table) {
    return table.frames() + BEHIND;
  }

  /**
   * Halfway between the keys of frame {@code i} and the one before; half a tick before the first
   * and behind the last, and at least a microsecond, since {@code settb} rounds.
   */
  private static BigDecimal border(FrameTable table, List<Decoded> frames, int i) {
    var halfTick = inUnits(table, HALF).max(MICROSECOND);
    if (i == 0) {
      return inUnits(table, BigDecimal.valueOf(frames.getFirst().key())).subtract(halfTick);
    }
    var before = BigDecimal.valueOf(frames.get(i - 1).key());
    return i == frames.size()
        ? inUnits(table, before).add(halfTick)
        : inUnits(table, before.add(BigDecimal.valueOf(frames.get(i).key())).multiply(HALF));
  }

  private static BigDecimal inUnits(FrameTable table, BigDecimal ticks) {
    var timeBase = table.timeline().timeBase();
    return table.timeline().keys() == Keys.COUNT
        ? ticks
        : ticks
            .multiply(BigDecimal.valueOf(timeBase.numerator()))
            .divide(BigDecimal.valueOf(timeBase.denominator()), DECIMALS, RoundingMode.HALF_UP);
  }
}
