package dev.shorts.transcode.frames;

import dev.shorts.transcode.timeline.SceneTimeline;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares the source frames that a short holds, as FFmpeg logged them, with its table. */
public final class FrameCheck {

  /** A tenth of a short may show a held frame in the place of one that can't be decoded. */
  private static final int TOLERATED = 10;

  private FrameCheck() {}

  /** What a comparison found. */
  public sealed interface Result {
    record Exact() implements Result {}

    /** Some frames can't be decoded; the one before each is held, or the one after the first. */
    record SomeHeld(int rows) implements Result {}

    /**
     * The short begins with a later frame: FFmpeg began to read too late.
     *
     * @param rows number of frames of the short that aren't the right ones
     */
    record BeginsLate(int rows) implements Result {}

    /** The short shows something else, first in {@code row}. */
    record Different(int row, String expected, String found) implements Result {}
  }

  /**
   * A frame of the short in FFmpeg's log.
   *
   * @param number counts the decoded frames of the source, from 0
   * @param pts of the source's frame
   */
  public record LoggedFrame(long number, long pts) {

    /** The format of a line of the log, for FFmpeg's {@code -stats_enc_pre_fmt}. */
    public static final String FORMAT = "{ni}:{ptsi}";

    /** Reads a line of the log. */
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
   * @param log a line for each frame of the short, in order
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

  /** Whether the first frame of a short is the right one. */
  public static boolean beginsInTime(FrameTable table, LoggedFrame first) {
    return first.key(table.timeline().keys()) == table.frame(0).key();
  }

  /** Whether {@code held} rows are over a tenth of a short, and more than one. */
  public static boolean isTooMany(FrameTable table, int held) {
    return held > Math.max(1, table.frames() / TOLERATED);
  }

  /** The first row whose frame was decoded; the last row if there is none. */
  private static int leading(FrameTable table, Set<Long> decoded) {
    int row = 0;
    while (row < table.frames() - 1 && !decoded.contains(table.frame(row).key())) {
      row++;
    }
    return row;
  }
}
