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
 * Says which frame of the source each frame of the short shows.
 *
 * @param rate of the short, frames a second
 * @param timeline the source's frames
 * @param rows for each frame of the short, in order, the place of a source frame in the timeline;
 *     they never go back
 * @param start time of the short's first frame, in nanoseconds from the source's 0
 */
public record FrameTable(Rational rate, SceneTimeline timeline, List<Integer> rows, long start) {

  public FrameTable {
    rows = List.copyOf(rows);
  }

  /** Assigns the frames of {@code range} to those of a short. */
  public static FrameTable of(SceneTimeline timeline, SceneRange range, FrameRate rate) {
    return new FrameAssignment(timeline, range, rate).table();
  }

  /** Number of frames of the short. */
  public int frames() {
    return rows.size();
  }

  /** The source frame that frame {@code row} of the short shows. */
  FrameTime frame(int row) {
    return timeline.frames().get(rows.get(row));
  }

  /** Number of different source frames that are shown. */
  public int shown() {
    return (int) rows.stream().distinct().count();
  }

  /** Whether frame {@code row} of the short is the first that shows its source frame. */
  public boolean begins(int row) {
    return row == 0 || !rows.get(row).equals(rows.get(row - 1));
  }

  /**
   * Number of steps from one shown source frame to the next that are as many frames of the short
   * long as their time, rounded, isn't.
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

  /** The table in short, for the log. */
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
