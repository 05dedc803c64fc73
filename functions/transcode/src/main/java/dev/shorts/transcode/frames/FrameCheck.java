package dev.shorts.transcode.frames;

import dev.shorts.transcode.timeline.SceneTimeline;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares the source frames of an encoded short, as FFmpeg logged them, with its frame table. */
public final class FrameCheck {

  /**
   * One part in this many of a short may show a held frame instead of one that can't be decoded.
   */
  private static final int TOLERATED = 10;

  private FrameCheck() {}

  /** Result of a comparison. */
  public sealed interface Result {
    record Exact() implements Result {}

    /**
     * Some frames could not be decoded; the frame before each is held, or the one after the first.
     */
    record SomeHeld(int rows) implements Result {}

    /**
     * The short begins with a later frame: FFmpeg started decoding too late.
     *
     * @param rows number of frames of the short that differ from the table
     */
    record BeginsLate(int rows) implements Result {}

    /** The short shows other frames than planned, first in {@code row}. */
    record Different(int row, String expected, String found) implements Result {}
  }

  /**
   * Holds a line of FFmpeg's log about one frame of the short.
   *
   * @param number index of the decoded source frame, from 0
   * @param pts timestamp of the source frame, in ticks
   */
  public record LoggedFrame(long number, long pts) {

    /** Format of a line, for FFmpeg's {@code -stats_enc_pre_fmt}. */
    public static final String FORMAT = "{ni}:{ptsi}";

    /** Parses a line of the log. */
    public static LoggedFrame of(String line) {
      int colon = line.indexOf(':');
      return new LoggedFrame(
          Long.parseLong(line.substring(0, colon)), Long.parseLong(line.substring(colon + 1)));
    }

    private long key(SceneTimeline.Keys keys) {
      return switch (keys) {
        case TIMESTAMP -> pts;
        case COUNT -> number;
      };
    }
  }

  /**
   * Compares a log with a table.
   *
   * @param log one entry per frame of the short, in order
   */
  public static Result compare(FrameTable table, List<LoggedFrame> log) {
    if (log.size() != table.frames()) {
      return new Result.Different(
          Math.min(log.size(), table.frames()), table.frames() + " frames", log.size() + " frames");
    }
    var keys = table.timeline().keys();
    var decoded = log.stream().map(frame -> frame.key(keys)).collect(Collectors.toSet());
    int leading = leading(table, decoded);
    if (!decoded.contains(table.frame(leading).key())) {
      return new Result.BeginsLate(table.frames());
    }
    int held = 0;
    var expected = table.frame(leading);
    for (int row = 0; row < table.frames(); row++) {
      boolean isDecoded = decoded.contains(table.frame(row).key());
      expected = isDecoded ? table.frame(row) : expected;
      held += isDecoded ? 0 : 1;
      if (log.get(row).key(keys) != expected.key() || log.get(row).pts() != expected.pts()) {
        return new Result.Different(row, expected.toString(), log.get(row).toString());
      }
    }
    if (held == 0) {
      return new Result.Exact();
    }
    return leading > 0 ? new Result.BeginsLate(held) : new Result.SomeHeld(held);
  }

  /** Returns whether the first frame of a short is the planned one. */
  public static boolean beginsInTime(FrameTable table, LoggedFrame first) {
    return first.key(table.timeline().keys()) == table.frame(0).key();
  }

  /** Returns whether {@code held} rows are over a tenth of a short, and more than one. */
  public static boolean isTooMany(FrameTable table, int held) {
    return held > Math.max(1, table.frames() / TOLERATED);
  }

  /** Returns the first row whose source frame was decoded; the last row if there is none. */
  private static int leading(FrameTable table, Set<Long> decoded) {
    int row = 0;
    while (row < table.frames() - 1 && !decoded.contains(table.frame(row).key())) {
      row++;
    }
    return row;
  }
}
