package dev.shorts.transcode.timeline;

import dev.shorts.transcode.frames.FrameTable;
import dev.shorts.transcode.probe.Rational;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Timelines for tests: whole sources from 0 on, whose frames have microseconds for keys. */
public final class Timelines {

  public static final Rational MICROSECONDS = new Rational(1, 1_000_000);

  /** The clock of Matroska and FLV. */
  public static final Rational MILLISECONDS = new Rational(1, 1000);

  /** The clock of MPEG, and of many phones. */
  public static final Rational MPEG_CLOCK = new Rational(1, 90_000);

  private Timelines() {}

  /** Frames at a constant rate, for as many whole steps as there are in {@code seconds}. */
  public static SceneTimeline even(Rational rate, double seconds) {
    int frames = (int) Math.round(seconds * rate.value());
    return of(IntStream.range(0, frames).mapToLong(n -> nanos(n / rate.value())).toArray());
  }

  /** Frames at these times, each shown until the next, the last for as long as the one before. */
  public static SceneTimeline atSeconds(double... times) {
    return of(DoubleStream.of(times).mapToLong(Timelines::nanos).toArray());
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

  /**
   * Frames on the clock of a container.
   *
   * @param timeBase seconds of a tick, to which the times are rounded
   * @param seconds the time of each frame, by its number
   */
  public static SceneTimeline onClock(Rational timeBase, int frames, IntToDoubleFunction seconds) {
    return ofTicks(
        timeBase,
        IntStream.range(0, frames)
            .mapToLong(n -> Math.round(seconds.applyAsDouble(n) / timeBase.value()))
            .toArray());
  }

  /** Frames at a constant rate on the clock of a container. */
  public static SceneTimeline evenOnClock(Rational timeBase, Rational rate, int frames) {
    return onClock(timeBase, frames, n -> n / rate.value());
  }

  /** Frames that are so many seconds apart, from 0 on, on the clock of a container. */
  public static SceneTimeline bySteps(Rational timeBase, double... steps) {
    var times = new double[steps.length + 1];
    for (int i = 0; i < steps.length; i++) {
      times[i + 1] = times[i] + steps[i];
    }
    return onClock(timeBase, times.length, n -> times[n]);
  }

  /** Frames with these timestamps. */
  public static SceneTimeline ofTicks(Rational timeBase, long... ticks) {
    var frames =
        LongStream.of(ticks)
            .mapToObj(pts -> new FrameTime(pts, pts, Nanos.of(pts, timeBase), 0))
            .toList();
    return new SceneTimeline(frames, SceneTimeline.Keys.TIMESTAMP, timeBase, true);
  }

  /** The scene that holds all frames of a whole source. */
  public static SceneRange all(SceneTimeline timeline) {
    return SceneRange.of(timeline, timeline.start(0), timeline.end().orElseThrow());
  }

  public static long nanos(double seconds) {
    return Math.round(seconds * Nanos.PER_SECOND);
  }

  /** A time as a list of scenes writes it. */
  static long written(long nanos, int decimals, RoundingMode rounding) {
    return Nanos.of(BigDecimal.valueOf(nanos, 9).setScale(decimals, rounding));
  }

  /** Rates such as "30000/1001" and "25/1". */
  public static List<Rational> rates(String... texts) {
    return Stream.of(texts).map(text -> Rational.parse(text).orElseThrow()).toList();
  }

  /** The table of a scene of {@code count} frames at a constant rate, each shown once. */
  public static FrameTable table(Rational rate, int count) {
    var timeline = even(rate, count / rate.value());
    return new FrameTable(rate, timeline, IntStream.range(0, count).boxed().toList(), 0);
  }
}
