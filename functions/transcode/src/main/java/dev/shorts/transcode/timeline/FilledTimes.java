package dev.shorts.transcode.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Interpolates the unknown times of frames between the known ones. */
final class FilledTimes {

  private FilledTimes() {}

  /**
   * Returns all times in nanoseconds.
   *
   * @param known times of frames in presentation order, in nanoseconds
   * @param step between frames before the first and after the last known one
   * @return empty if no time is known
   */
  static List<Long> of(List<OptionalLong> known, long step) {
    var times = new ArrayList<Long>();
    int before = -1;
    for (int i = 0; i < known.size(); i++) {
      if (known.get(i).isPresent()) {
        long time = known.get(i).getAsLong();
        for (int missing = before + 1; missing < i; missing++) {
          times.add(
              before < 0
                  ? time - (i - missing) * step
                  : between(times.get(before), time, missing - before, i - before));
        }
        times.add(time);
        before = i;
      }
    }
    for (int i = before + 1; before >= 0 && i < known.size(); i++) {
      times.add(times.get(before) + (i - before) * step);
    }
    return times;
  }

  private static long between(long from, long to, int part, int parts) {
    return from + (to - from) / parts * part + (to - from) % parts * part / parts;
  }
}
