package dev.shorts.bench.encode;

import static dev.shorts.bench.Spread.number;

import dev.shorts.bench.Verdict;
import dev.shorts.export.Quality;
import dev.shorts.transcode.plan.Rung;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** What the encode is held to, on the average of all footage. */
record Targets(List<Trial> trials) {

  private static final Setting HIGH = new Setting(Quality.HIGH, Optional.empty());
  private static final Setting HIGH_USUAL = new Setting(Quality.HIGH, Optional.of(Rung.USUAL));
  private static final Setting HIGH_FINE = new Setting(Quality.HIGH, Optional.of(Rung.FINE));
  private static final Setting MEDIUM_USUAL = new Setting(Quality.MEDIUM, Optional.of(Rung.USUAL));
  private static final Setting MEDIUM_FINE = new Setting(Quality.MEDIUM, Optional.of(Rung.FINE));

  /** VMAF's most, to a tenth. */
  private static final double FAULTLESS = 99.95;

  /** Line by line. */
  String verdicts() {
    return String.join(
        "\n",
        verdict("high, USUAL: VMAF below the replaced", lost(HIGH_USUAL, Encoded::mean), 1),
        verdict("high, USUAL: 96 less low", 96 - low(HIGH_USUAL, _ -> true), 0),
        verdict(
            "the same without footage of which VMAF has no fault to find in the replaced",
            96 - low(HIGH_USUAL, trial -> trial.encoded().get(HIGH).low() < FAULTLESS),
            0),
        verdict("high, USUAL: size", ratio(HIGH_USUAL, Encoded::bytes), 1.2),
        verdict("high, USUAL: CPU", ratio(HIGH_USUAL, Encoded::cpu), 0.25),
        verdict("high, FINE: VMAF below the replaced", lost(HIGH_FINE, Encoded::mean), 0.3),
        verdict("high, FINE: low below the replaced", lost(HIGH_FINE, Encoded::low), 0.7),
        verdict("high, FINE: CPU", ratio(HIGH_FINE, Encoded::cpu), 0.4),
        verdict("medium, USUAL: VMAF below the replaced", lost(MEDIUM_USUAL, Encoded::mean), 0),
        verdict("medium, USUAL: low below the replaced", lost(MEDIUM_USUAL, Encoded::low), 0),
        verdict("medium, USUAL: CPU", ratio(MEDIUM_USUAL, Encoded::cpu), 1 / 3.0),
        verdict("medium, FINE: VMAF below the replaced", lost(MEDIUM_FINE, Encoded::mean), 0),
        verdict("medium, FINE: low below the replaced", lost(MEDIUM_FINE, Encoded::low), 0),
        verdict("medium, FINE: CPU", ratio(MEDIUM_FINE, Encoded::cpu), 1 / 3.0),
        verdict("footage of which medium is no smaller than high, by any rung", larger(), 0));
  }

  private static String verdict(String what, double measured, double most) {
    return "- %s: %s, at most %s: %s"
        .formatted(what, number(measured), number(most), Verdict.of(measured, most));
  }

  private double lost(Setting ours, ToDoubleFunction<Encoded> figure) {
    return average(
        trial ->
            figure.applyAsDouble(trial.encoded().get(ours.replaced()))
                - figure.applyAsDouble(trial.encoded().get(ours)));
  }

  private double low(Setting setting, Predicate<Trial> of) {
    return trials.stream()
        .filter(of)
        .mapToDouble(trial -> trial.encoded().get(setting).low())
        .average()
        .orElse(FAULTLESS);
  }

  private double ratio(Setting setting, ToDoubleFunction<Encoded> figure) {
    return average(trial -> trial.ratio(setting, figure));
  }

  private double average(ToDoubleFunction<Trial> figure) {
    return trials.stream().mapToDouble(figure).average().orElseThrow();
  }

  private long larger() {
    return trials.stream().filter(Targets::mediumIsNoSmaller).count();
  }

  private static boolean mediumIsNoSmaller(Trial trial) {
    return Setting.all().stream()
        .filter(setting -> setting.quality() == Quality.MEDIUM && setting.rung().isPresent())
        .anyMatch(
            medium ->
                trial.encoded().get(medium).bytes()
                    >= trial.encoded().get(new Setting(Quality.HIGH, medium.rung())).bytes());
  }
}
