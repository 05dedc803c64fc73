package dev.shorts.transcode.timeline;

import dev.shorts.transcode.probe.Rational;
import java.util.List;
import java.util.stream.IntStream;

/** Lines of ffprobe's compact format, for the readers of timelines. */
final class ProbeLines {

  private ProbeLines() {}

  static String packet(Object pts, Object dts, Object duration, String flags) {
    return "packet|pts=%s|dts=%s|duration=%s|size=786|flags=%s|"
        .formatted(pts, dts, duration, flags);
  }

  static String frame(Object pts, Object guess, Object duration) {
    return "frame|pts=%s|best_effort_timestamp=%s|duration=%s".formatted(pts, guess, duration);
  }

  /** The frame numbers of a reader's timeline, where a frame is so many ticks long. */
  static List<Long> numbers(SceneTimeline timeline, long ticks) {
    return timeline.frames().stream().map(frame -> frame.pts() / ticks).toList();
  }

  /** The times of a timeline, in milliseconds. */
  static List<Long> milliseconds(SceneTimeline timeline) {
    return IntStream.range(0, timeline.frames().size())
        .mapToObj(i -> Math.round(timeline.start(i) / 1e6))
        .toList();
  }

  static StreamClock clock(Rational timeBase) {
    return new StreamClock(timeBase, 0, 0, false);
  }
}
