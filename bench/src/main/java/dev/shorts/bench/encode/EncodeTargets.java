package dev.shorts.bench.encode;

import static dev.shorts.bench.report.MedianRange.number;

import dev.shorts.bench.report.TargetCheck;
import dev.shorts.export.Quality;
import dev.shorts.transcode.plan.EncoderPreset;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** Checks the encode's targets on the average of all footage. */
record EncodeTargets(List<EncodeTrial> trials) {

  private static final EncoderSetting HIGH = new EncoderSetting(Quality.HIGH, Optional.empty());
  private static final EncoderSetting HIGH_USUAL =
      new EncoderSetting(Quality.HIGH, Optional.of(EncoderPreset.USUAL));
  private static final EncoderSetting HIGH_FINE =
      new EncoderSetting(Quality.HIGH, Optional.of(EncoderPreset.FINE));
  private static final EncoderSetting MEDIUM_USUAL =
      new EncoderSetting(Quality.MEDIUM, Optional.of(EncoderPreset.USUAL));
  private static final EncoderSetting MEDIUM_FINE =
      new EncoderSetting(Quality.MEDIUM, Optional.of(EncoderPreset.FINE));

  /** VMAF's most, to a tenth. */
  private static final double FAULTLESS = 99.95;

  /** Line by line. */
  String verdicts() {
    return String.join(
        "\n",
        verdict("high, USUAL: VMAF below the replaced", lost(HIGH_USUAL, EncodeResult::mean), 1),
        verdict("high, USUAL: 96 less low", 96 - low(HIGH_USUAL, _ -> true), 0),
        verdict(
            "the same without footage of which VMAF has no fault to find in the replaced",
            96 - low(HIGH_USUAL, trial -> trial.encoded().get(HIGH).low() < FAULTLESS),
            0),
        verdict("high, USUAL: size", ratio(HIGH_USUAL, EncodeResult::bytes), 1.2),
        verdict("high, USUAL: CPU", ratio(HIGH_USUAL, EncodeResult::cpu), 0.25),
        verdict("high, FINE: VMAF below the replaced", lost(HIGH_FINE, EncodeResult::mean), 0.3),
        verdict("high, FINE: low below the replaced", lost(HIGH_FINE, EncodeResult::low), 0.7),
        verdict("high, FINE: CPU", ratio(HIGH_FINE, EncodeResult::cpu), 0.4),
        verdict(
            "medium, USUAL: VMAF below the replaced", lost(MEDIUM_USUAL, EncodeResult::mean), 0),
        verdict("medium, USUAL: low below the replaced", lost(MEDIUM_USUAL, EncodeResult::low), 0),
        verdict("medium, USUAL: CPU", ratio(MEDIUM_USUAL, EncodeResult::cpu), 1 / 3.0),
        verdict("medium, FINE: VMAF below the replaced", lost(MEDIUM_FINE, EncodeResult::mean), 0),
        verdict("medium, FINE: low below the replaced", lost(MEDIUM_FINE, EncodeResult::low), 0),
        verdict("medium, FINE: CPU", ratio(MEDIUM_FINE, EncodeResult::cpu), 1 / 3.0),
        verdict("footage of which medium is no smaller than high, by any preset", larger(), 0));
  }

  private static String verdict(String what, double measured, double most) {
    return "- %s: %s, at most %s: %s"
        .formatted(what, number(measured), number(most), TargetCheck.of(measured, most));
  }

  private double lost(EncoderSetting ours, ToDoubleFunction<EncodeResult> figure) {
    return average(
        trial ->
            figure.applyAsDouble(trial.encoded().get(ours.replaced()))
                - figure.applyAsDouble(trial.encoded().get(ours)));
  }

  private double low(EncoderSetting setting, Predicate<EncodeTrial> of) {
    return trials.stream()
        .filter(of)
        .mapToDouble(trial -> trial.encoded().get(setting).low())
        .average()
        .orElse(FAULTLESS);
  }

  private double ratio(EncoderSetting setting, ToDoubleFunction<EncodeResult> figure) {
    return average(trial -> trial.ratio(setting, figure));
  }

  private double average(ToDoubleFunction<EncodeTrial> figure) {
    return trials.stream().mapToDouble(figure).average().orElseThrow();
  }

  private long larger() {
    return trials.stream().filter(EncodeTargets::mediumIsNoSmaller).count();
  }

  private static boolean mediumIsNoSmaller(EncodeTrial trial) {
    return EncoderSetting.all().stream()
        .filter(setting -> setting.quality() == Quality.MEDIUM && setting.preset().isPresent())
        .anyMatch(
            medium ->
                trial.encoded().get(medium).bytes()
                    >= trial
                        .encoded()
                        .get(new EncoderSetting(Quality.HIGH, medium.preset()))
                        .bytes());
  }
}
