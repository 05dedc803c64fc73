package dev.shorts.transcode.timeline;

import dev.shorts.transcode.probe.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Timelines for tests: whole sources from 0 on, whose frames have microseconds for keys. */
public final class Timelines {

  public static final Rational MICROSECONDS = new Rational(1, 1_000_000);

  private Timelines() {}

  /** Frames at a constant rate, for as many whole steps as there are in {@code seconds}. */
  public static SceneTimeline even(Rational rate, double seconds) {
    int frames = (int) Math.round(seconds * rate.value());
    return of(IntStream.range(0, frames).mapToLong(n -> nanos(n / rate.value())).toArray());
  }

  /** Frames at these times, each shown until the next, the last for as long as the one before. */
  public static SceneTimeline atSeconds(double... times) {
    return of(java.util.stream.DoubleStream.of(times).mapToLong(Timelines::nanos).toArray());
  }

  /** The same in nanoseconds. */
  public static SceneTimeline of(long... times) {
    return new SceneTimeline(frames(times), SceneTimeline.Keys.TIMESTAMP, MICROSECONDS, true);
  }

  /** A timeline of which more follows. */
  public static SceneTimeline unfinished(long... times) {
    return new SceneTimeline(frames(times), SceneTimeline.Keys.TIMESTAMP, MICROSECONDS, false);
  }

  private static List<FrameTime> frames(long... times) {
    var frames = new ArrayList<FrameTime>();
    LongStream.of(times)
        .forEach(time -> frames.add(new FrameTime(time / 1000, time / 1000, time, 0)));
    return frames;
  }

  public static long nanos(double seconds) {
    return Math.round(seconds * Nanos.PER_SECOND);
  }

  /** The table of a scene of {@code count} frames at a constant rate, each shown once. */
  public static FrameTable table(Rational rate, int count) {
    var timeline = even(rate, count / rate.value());
    return new FrameTable(rate, timeline, IntStream.range(0, count).boxed().toList(), 0);
  }
}
