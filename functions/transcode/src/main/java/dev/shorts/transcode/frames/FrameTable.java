package dev.shorts.transcode.frames;

import dev.shorts.transcode.probe.Rational;
import dev.shorts.transcode.timeline.FrameTime;
import dev.shorts.transcode.timeline.Nanos;
import dev.shorts.transcode.timeline.SceneRange;
import dev.shorts.transcode.timeline.SceneTimeline;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Maps each frame of the short to a source frame.
 *
 * @param rate of the short, frames a second
 * @param timeline of the source frames
 * @param rows for each frame of the short, in order, the index of its source frame in the timeline;
 *     never decreasing
 * @param start time of the short's first frame, in nanoseconds from the source's 0
 */
public record FrameTable(Rational rate, SceneTimeline timeline, List<Integer> rows, long start) {

  public FrameTable {
    rows = List.copyOf(rows);
  }

  /** Assigns the source frames of {@code range} to frames of a short. */
  public static FrameTable of(SceneTimeline timeline, SceneRange range, FrameRate rate) {
    return new FrameAssignment(timeline, range, rate).table();
  }

  /** Returns the number of frames of the short. */
  public int frames() {
    return rows.size();
  }

  /** Returns the source frame of frame {@code row} of the short. */
  FrameTime frame(int row) {
    return timeline.frames().get(rows.get(row));
  }

  /** Returns the number of distinct source frames. */
  public int shown() {
    return (int) rows.stream().distinct().count();
  }

  /** Returns whether frame {@code row} of the short is the first that shows its source frame. */
  public boolean begins(int row) {
    return row == 0 || !rows.get(row).equals(rows.get(row - 1));
  }

  /**
   * Returns the number of steps from one shown source frame to the next whose length in frames of
   * the short is not their duration, rounded.
   */
  public int irregularSteps() {
    int irregular = 0;
    int before = 0;
    for (int row = 1; row < rows.size(); row++) {
      if (begins(row)) {
        irregular += isIrregular(rows.get(before), rows.get(row), row - before) ? 1 : 0;
        before = row;
      }
    }
    return irregular;
  }

  private boolean isIrregular(int from, int to, int steps) {
    long time = timeline.start(to) - timeline.start(from);
    return steps != Math.round(Nanos.toFrames(time, rate));
  }

  /** Returns the log fields that describe the table. */
  public Map<String, Object> summary() {
    var summary = new LinkedHashMap<String, Object>();
    summary.put("frames", frames());
    summary.put("shown", shown());
    summary.put("left_out", rows.getLast() - rows.getFirst() + 1 - shown());
    summary.put("irregular", irregularSteps());
    summary.put("rate", rate.toString());
    return summary;
  }
}
