package dev.shorts.transcode.plan;

import dev.shorts.export.Quality;
import dev.shorts.export.Strategy;
import dev.shorts.transcode.plan.Probe.Picture;
import dev.shorts.transcode.source.SourceProblem;
import java.math.BigDecimal;
import java.util.Optional;

/** What becomes of a source: a plan, or why there can't be one. Decided from a probe alone. */
public sealed interface Decision {

  record Feasible(Plan plan) implements Decision {}

  record Refused(SourceProblem problem) implements Decision {}

  String UNREADABLE_SOUND = "The short has no sound: we can't read the video's sound.";
  String TOO_SHORT_FOR_SOUND = "The short has no sound: the scene is too short for any.";

  /** The stream of which {@link #of} needs to know when its pictures are shown, if it does. */
  static Optional<Integer> needsTimingOf(Probe probe) {
    return Streams.picture(probe)
        .filter(_ -> Refusal.of(probe).isEmpty())
        .filter(p -> FrameRate.known(p).isEmpty() || end(probe, p, Optional.empty()).isEmpty())
        .map(Picture::index);
  }

  static Decision of(
      Probe probe, Optional<Timing> timing, Scene scene, Strategy strategy, Quality quality) {
    var problem = Refusal.of(probe);
    if (problem.isPresent()) {
      return new Refused(problem.get());
    }
    var picture = Streams.picture(probe).orElseThrow();
    var there = scene.within(end(probe, picture, timing));
    return there.isEmpty()
        ? new Refused(SourceProblem.SCENE_OUTSIDE)
        : new Feasible(feasible(probe, picture, timing, there.get(), strategy, quality));
  }

  private static Plan feasible(
      Probe probe,
      Picture picture,
      Optional<Timing> timing,
      Scene scene,
      Strategy strategy,
      Quality quality) {
    var rate = FrameRate.of(picture, timing, scene.start(), scene.end());
    int frames = Math.max(1, Math.toIntExact(rate.ticksIn(scene.length())));
    var first = first(picture, timing, scene.start());
    var cut = Cut.at(first.add(probe.lead()), scene.length(), probe.isBroadcast());
    var sound =
        Streams.sound(probe).flatMap(stream -> SoundPlan.of(stream.index(), cut, rate, frames));
    return new Plan(
        cut,
        picture.index(),
        PictureFilters.of(picture, cut, rate, frames, strategy),
        picture.colour().table(),
        rate,
        frames,
        pictures(picture, timing, first, rate, frames),
        ceiling(quality, rate),
        Preparation.seconds(picture, rate, frames),
        quality,
        sound,
        sound.isEmpty() ? whySilent(probe) : Optional.empty());
  }

  /** Of an even rate all there is are there; else those that are listed. */
  private static int pictures(
      Picture picture, Optional<Timing> timing, BigDecimal first, Rational rate, int frames) {
    return timing
        .filter(times -> times.complete() || FrameRate.claimed(picture).isEmpty())
        .map(times -> times.differentIn(first, rate, frames))
        .orElse(frames);
  }

  private static Optional<String> whySilent(Probe probe) {
    if (probe.sounds().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(Streams.sound(probe).isEmpty() ? UNREADABLE_SOUND : TOO_SHORT_FOR_SOUND);
  }

  private static Optional<BigDecimal> end(Probe probe, Picture picture, Optional<Timing> timing) {
    return picture.end().or(probe::end).or(() -> timing.flatMap(Timing::end));
  }

  /**
   * When the picture appeared that is to be seen at {@code start}: the short begins with all of it,
   * and with its sound.
   */
  private static BigDecimal first(Picture picture, Optional<Timing> timing, BigDecimal start) {
    var known = timing.flatMap(times -> times.shownAt(start));
    var since = start.subtract(picture.start()).add(new BigDecimal("0.000001"));
    return known
        .or(
            () ->
                FrameRate.known(picture)
                    .filter(_ -> since.signum() >= 0)
                    .map(rate -> picture.start().add(rate.secondsOf(rate.ticksIn(since)))))
        .orElse(start);
  }

  /** See the contract: YouTube sets no limit, and its recommendations cost visible quality. */
  private static long ceiling(Quality quality, Rational rate) {
    boolean fast = rate.compareTo(Rational.of(30)) > 0;
    return switch (quality) {
      case HIGH -> fast ? 36_000_000 : 24_000_000;
      case MEDIUM -> fast ? 18_000_000 : 12_000_000;
    };
  }
}
