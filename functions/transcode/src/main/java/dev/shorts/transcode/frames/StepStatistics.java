package dev.shorts.transcode.frames;

import dev.shorts.transcode.timeline.Nanos;
import dev.shorts.transcode.timeline.SceneRange;
import dev.shorts.transcode.timeline.SceneTimeline;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Measures the frame rate of a scene from the steps between its frames: see "The rate" in {@code
 * docs/contract.md}.
 *
 * @param steps nanoseconds from one frame to the next, in ascending order; at least one
 * @param tick error of a step in nanoseconds, since the container's clock is coarse
 */
record StepStatistics(long[] steps, long tick) {

  /**
   * Longest step in nanoseconds; a frame on show for longer is held, as in a slide show or a gap.
   */
  static final long HELD = Nanos.PER_SECOND / 2;

  /** Minimum number of equal held steps that count as a frame rate. */
  private static final int RHYTHM = 3;

  private static final long ALIKE = 500_000;

  /** Shortest frame in nanoseconds: a clock with longer ticks is made for its frames. */
  private static final long FRAME = Nanos.PER_SECOND / 250;

  private static final double NEARLY_ALL = 0.9;

  /**
   * Returns the statistics of a scene; empty if it has one frame, or only held frames of different
   * lengths.
   */
  static Optional<StepStatistics> of(SceneTimeline timeline, SceneRange range) {
    int first = timeline.shownAt(range.start());
    var all =
        IntStream.range(first, timeline.frames().size() - 1)
            .filter(i -> timeline.start(i) < range.end())
            .mapToLong(i -> timeline.start(i + 1) - timeline.start(i))
            .sorted()
            .toArray();
    var moving = LongStream.of(all).takeWhile(step -> step <= HELD).toArray();
    var held = new StepStatistics(all, timeline.tick());
    return moving.length > 0
        ? Optional.of(new StepStatistics(moving, error(timeline.tick(), moving[0])))
        : Optional.of(held).filter(it -> all.length >= RHYTHM && it.alike().isPresent());
  }

  /**
   * Returns the error of a step. AVI's tick is one frame: where frames are one tick apart, times
   * are exact, and two ticks mean a dropped frame.
   */
  private static long error(long tick, long shortest) {
    return tick >= FRAME && shortest < tick + ALIKE ? 1 : tick;
  }

  Optional<MeasuredRate> measure() {
    return alike().or(this::aroundCommonRate).or(this::multiplesOfCommonStep).or(this::mean);
  }

  /** Returns the rate of the median step, if nearly all steps equal it. */
  private Optional<MeasuredRate> alike() {
    long usual = Nanos.median(LongStream.of(steps)).orElseThrow();
    long reach = Math.max(ALIKE, tick);
    var alike = LongStream.of(steps).filter(step -> Math.abs(step - usual) <= reach).toArray();
    double span = LongStream.of(alike).sum();
    double spread = Math.max(tick, alike[alike.length - 1] - alike[0]);
    return isNearlyAll(alike.length)
        ? Optional.of(rate(alike.length, span, spread, true))
        : Optional.empty();
  }

  /**
   * Returns a standard rate that equals the mean, where times jitter around it or are pulled down.
   */
  private Optional<MeasuredRate> aroundCommonRate() {
    double span = LongStream.of(steps).sum();
    double mean = steps.length * (double) Nanos.PER_SECOND / span;
    return IntStream.of(1, 2, 4)
        .boxed()
        .flatMap(
            times ->
                CommonRates.ALL.stream()
                    .map(common -> times * common.value())
                    .filter(
                        rate ->
                            CommonRates.isNear(mean, rate)
                                || Math.abs(rate * span / Nanos.PER_SECOND - steps.length) <= 1)
                    .filter(this::isNear))
        .min((a, b) -> Double.compare(Math.abs(a - mean), Math.abs(b - mean)))
        .map(rate -> new MeasuredRate(rate, Nanos.PER_SECOND / rate / 2 / span, true));
  }

  private boolean isNear(double rate) {
    double step = Nanos.PER_SECOND / rate;
    return isNearlyAll(LongStream.of(steps).filter(it -> Math.abs(it - step) <= step / 2).count());
  }

  /**
   * Returns the lowest standard rate of whose step nearly all steps are multiples: frames were
   * dropped.
   */
  private Optional<MeasuredRate> multiplesOfCommonStep() {
    return CommonRates.ALL.stream()
        .filter(common -> isNearlyAll(multiples(common.value()).length))
        .findFirst()
        .map(
            common -> {
              var multiples = multiples(common.value());
              double span = LongStream.of(multiples).sum();
              double count =
                  LongStream.of(multiples).map(step -> count(step, common.value())).sum();
              return rate(count, span, Math.max(ALIKE, tick), false);
            });
  }

  private long[] multiples(double rate) {
    double step = Nanos.PER_SECOND / rate;
    long reach = Math.max(ALIKE, tick);
    return LongStream.of(steps)
        .filter(it -> count(it, rate) > 0 && Math.abs(it - count(it, rate) * step) <= reach)
        .toArray();
  }

  private static long count(long step, double rate) {
    return Math.round(step * rate / Nanos.PER_SECOND);
  }

  private Optional<MeasuredRate> mean() {
    double span = LongStream.of(steps).sum();
    return Optional.of(rate(steps.length, span, tick, false));
  }

  private boolean isNearlyAll(long count) {
    return count >= NEARLY_ALL * steps.length;
  }

  private static MeasuredRate rate(double count, double span, double error, boolean regular) {
    return new MeasuredRate(count * Nanos.PER_SECOND / span, error / span, regular);
  }
}
