package dev.shorts.transcode.timeline;

import static dev.shorts.transcode.timeline.Timelines.MICROSECONDS;
import static dev.shorts.transcode.timeline.Timelines.MILLISECONDS;
import static dev.shorts.transcode.timeline.Timelines.MPEG_CLOCK;
import static dev.shorts.transcode.timeline.Timelines.bySteps;
import static dev.shorts.transcode.timeline.Timelines.onClock;

import dev.shorts.transcode.probe.Rational;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A source whose frames don't come evenly, as those of phones, cameras and screens.
 *
 * @param claim what its container says
 */
record VariableSource(String name, SceneTimeline timeline, List<Rational> claim) {

  private static final int FRAMES = 600;
  private static final double FIELD = 1001.0 / 60_000;

  /** One of each kind. */
  static List<VariableSource> all(Random random) {
    return List.of(
        of("a phone whose every third frame is late", MPEG_CLOCK, "3006/100", latePhone()),
        of("a phone that is a bit fast", MPEG_CLOCK, "3006/100", n -> n / 30.06),
        of("a phone that is slow to start", MPEG_CLOCK, "2995/100", slowStart()),
        of("jitter of 1 ms", MILLISECONDS, "30/1", jitter(30, 0.001, random)),
        of("jitter of 9 ms", MICROSECONDS, "30/1", jitter(30, 0.009, random)),
        of("a clock that is 0.04 % fast", MILLISECONDS, "30000/1001", drift(1 / 1.0004)),
        of("a clock that is 0.04 % slow", MPEG_CLOCK, "30000/1001", drift(1.0004)),
        steps("a screen with holes", MILLISECONDS, "55/1", holes(random)),
        steps("a meeting", MILLISECONDS, "2256/100", n -> n / 15 % 2 == 0 ? 1 / 30.0 : 1 / 15.0),
        steps("a camera with gaps", MILLISECONDS, "16/1", gaps(random)),
        steps("film pulled down by flags", MPEG_CLOCK, "30000/1001", n -> FIELD * (2 + n % 2)),
        steps("frames as they come", MICROSECONDS, "18/1", _ -> 0.02 + random.nextDouble() / 14));
  }

  private static IntToDoubleFunction latePhone() {
    return n -> n / 30.0 + (n % 3 == 2 ? 0.004 : 0);
  }

  private static IntToDoubleFunction slowStart() {
    return n -> n == 0 ? 0 : n / 30.0 + 0.0237;
  }

  private static IntToDoubleFunction jitter(double rate, double most, Random random) {
    return n -> n / rate + random.nextDouble() * most;
  }

  private static IntToDoubleFunction drift(double factor) {
    return n -> n * factor * 2 * FIELD;
  }

  private static IntToDoubleFunction holes(Random random) {
    return _ -> (random.nextInt(15) == 0 ? 3 + random.nextInt(60) : 1) / 60.0;
  }

  private static IntToDoubleFunction gaps(Random random) {
    return _ -> random.nextInt(30) == 0 ? 1.2 : 0.04 * (1 + random.nextInt(2));
  }

  private static VariableSource of(
      String name, Rational clock, String claim, IntToDoubleFunction seconds) {
    return new VariableSource(name, onClock(clock, FRAMES, seconds), Timelines.rates(claim));
  }

  private static VariableSource steps(
      String name, Rational clock, String claim, IntToDoubleFunction step) {
    var steps = IntStream.range(0, FRAMES).mapToDouble(step::applyAsDouble).toArray();
    return new VariableSource(name, bySteps(clock, steps), Timelines.rates(claim));
  }

  @Override
  public String toString() {
    return name;
  }
}
