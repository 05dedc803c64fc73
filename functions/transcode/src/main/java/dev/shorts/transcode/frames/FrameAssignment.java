package dev.shorts.transcode.frames;

import dev.shorts.transcode.probe.Rational;
import dev.shorts.transcode.timeline.Nanos;
import dev.shorts.transcode.timeline.SceneRange;
import dev.shorts.transcode.timeline.SceneTimeline;
import java.util.ArrayList;
import java.util.List;

/**
 * Assigns a source frame to each frame of a short. Among all tables in which each shown frame lies
 * within three quarters of a frame of its time, it prefers more source frames, then fewer irregular
 * steps, then smaller distances to the times.
 */
final class FrameAssignment {

  private static final double REACH = 0.75;

  /** Reach for the frame after the one on show at the start of a scene, in frames of the short. */
  private static final double REACH_AT_THE_START = 1;

  /** Tolerance for sums of rounded times. */
  private static final double TINY = 1e-6;

  /** Minimum distance between candidates where there are very many, in frames of the short. */
  private static final double TOO_DENSE = 1.0 / 16;

  private final SceneTimeline timeline;
  private final SceneRange range;
  private final Rational rate;
  private final int frames;
  private final int[] candidates;
  private final double[] times;

  FrameAssignment(SceneTimeline timeline, SceneRange range, FrameRate rate) {
    this.timeline = timeline;
    this.range = range;
    this.rate = rate.rate();
    this.frames = rate.framesIn(range);
    this.candidates = candidates(rate.every());
    this.times = new double[candidates.length];
    for (int i = 0; i < candidates.length; i++) {
      times[i] = Nanos.toFrames(timeline.start(candidates[i]) - range.start(), this.rate);
    }
  }

  FrameTable table() {
    var rows = new ArrayList<Integer>(frames);
    for (var path = best(); path != null; path = path.before()) {
      while (rows.size() < frames - path.row()) {
        rows.add(candidates[path.candidate()]);
      }
    }
    return new FrameTable(rate, timeline, rows.reversed(), range.start());
  }

  /** Returns the frame on show at the start and the frames that begin within the scene. */
  private int[] candidates(int every) {
    int first = timeline.shownAt(range.start());
    var all = new ArrayList<Integer>();
    for (int i = first; i < timeline.frames().size(); i += every) {
      if (i == first || timeline.start(i) < range.end()) {
        all.add(i);
      }
    }
    return thinned(all).stream().mapToInt(Integer::intValue).toArray();
  }

  /** Drops frames that follow too fast to be shown, of which there may be very many. */
  private List<Integer> thinned(List<Integer> all) {
    if (all.size() <= 4 * frames) {
      return all;
    }
    var kept = new ArrayList<Integer>();
    long least = Math.round(TOO_DENSE * Nanos.PER_SECOND / rate.value());
    for (int i : all) {
      if (kept.isEmpty() || timeline.start(i) - timeline.start(kept.getLast()) >= least) {
        kept.add(i);
      }
    }
    kept.set(kept.size() - 1, all.getLast());
    return kept;
  }

  /** Returns the best assignment, linked from its last candidate to its first. */
  private AssignedPath best() {
    var paths = new ArrayList<List<AssignedPath>>();
    paths.add(List.of(new AssignedPath(null, 0, 0, 1, 0, 0)));
    for (int i = 1; i < candidates.length; i++) {
      paths.add(pathsTo(i, paths));
    }
    if (range.betweenFrames() && !paths.getLast().isEmpty()) {
      return AssignedPath.best(paths.getLast());
    }
    return AssignedPath.best(paths.stream().flatMap(List::stream).toList());
  }

  private List<AssignedPath> pathsTo(int candidate, List<List<AssignedPath>> paths) {
    double reach = candidate == 1 && times[0] < -TINY ? REACH_AT_THE_START : REACH;
    int from = Math.max(1, (int) Math.ceil(times[candidate] - reach - TINY));
    int to = Math.min(frames - 1, (int) Math.floor(times[candidate] + reach + TINY));
    var found = new ArrayList<AssignedPath>();
    for (int row = from; row <= to; row++) {
      var path = pathTo(candidate, row, paths);
      if (path != null) {
        found.add(path);
      }
    }
    return found;
  }

  /**
   * Finds the best path that ends with {@code candidate} at {@code row}. It goes back only while no
   * skipped frame could have been shown in a row where the frame before it is held.
   */
  private AssignedPath pathTo(int candidate, int row, List<List<AssignedPath>> paths) {
    AssignedPath best = null;
    int earliest = 0;
    for (int i = candidate - 1; i >= 0; i--) {
      int latest = -1;
      for (var before : paths.get(i)) {
        if (before.row() < row) {
          latest = before.row();
          if (before.row() >= earliest) {
            best = AssignedPath.better(best, step(before, candidate, row));
          }
        }
      }
      earliest = Math.max(earliest, latest);
      if (i > 1 && times[i - 1] + REACH_AT_THE_START < earliest) {
        return best;
      }
    }
    return best;
  }

  private AssignedPath step(AssignedPath before, int candidate, int row) {
    double time = times[candidate] - times[before.candidate()];
    boolean irregular = row - before.row() != Math.round(time);
    double off = row - times[candidate];
    return new AssignedPath(
        before,
        candidate,
        row,
        before.shown() + 1,
        before.irregular() + (irregular ? 1 : 0),
        before.off() + off * off);
  }
}
