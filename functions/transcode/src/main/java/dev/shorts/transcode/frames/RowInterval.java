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
 * Holds an interval of frame keys that get the time of the same frame of the short, or are dropped.
 *
 * @param from start of the interval, in seconds or as a frame count (see {@link Keys}); it ends
 *     where the next one begins
 * @param row frame of the short, or {@link #DROPPED}
 */
record RowInterval(BigDecimal from, int row) {

  static final int DROPPED = -1;

  /** Frames after the end of the short at which later source frames are placed. */
  private static final int BEHIND = 1;

  private static final BigDecimal HALF = new BigDecimal("0.5");

  private static final BigDecimal MICROSECOND = new BigDecimal("0.000001");

  private static final int DECIMALS = 9;

  /** Pairs a decoded frame with the first frame of the short that shows it. */
  private record Decoded(long key, int row) {}

  /**
   * Returns the intervals of a table in the order of keys; the first one holds all earlier frames.
   */
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

  /** Returns all frames, hidden ones included, in the order of their keys. */
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

  /** Returns for each source frame the first frame of the short that shows it. */
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
   * Returns the row of all frames after the short: late enough for {@code fps} to fill the short
   * and one frame more, at which {@code trim} ends the reading.
   */
  private static int end(FrameTable table) {
    return table.frames() + BEHIND;
  }

  /**
   * Returns the midpoint between the keys of frame {@code i} and the one before; half a tick before
   * the first and after the last, but at least a microsecond, since {@code settb} rounds.
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
