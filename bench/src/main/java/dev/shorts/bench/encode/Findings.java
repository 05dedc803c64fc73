package dev.shorts.bench.encode;

import static dev.shorts.bench.Spread.number;

import dev.shorts.bench.Section;
import dev.shorts.bench.Spread;
import dev.shorts.bench.Table;
import dev.shorts.export.Quality;
import dev.shorts.transcode.plan.Rung;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** What all trials say together. */
record Findings(List<Trial> trials) {

  static Section of(List<Trial> trials) {
    var findings = new Findings(trials);
    var section =
        new Section()
            .say(
                "Each piece of footage went through the transcoder; the frames that its filters"
                    + " made of it were kept without loss and encoded in all ways from there, in"
                    + " turns, %d of each. *CPU* is processor time of x264 alone, without the"
                    + " reading of those frames; *low* is the VMAF below which 5 %% of the frames"
                    + " are. *replaced* is the system that this one replaces: GOPs of 250 frames"
                    + " and no ceiling. Size and CPU are times those of the replaced.",
                Trial.ROUNDS)
            .show(findings.together())
            .say(findings.verdicts());
    return section
        .say("Footage by footage:")
        .show(findings.each())
        .say(
            "What comes before x264 (reading, decoding, filters), and x264 itself by the rung"
                + " USUAL, in seconds of a core for 100 frames of the short:")
        .show(findings.preparations())
        .say(findings.hardest())
        .show(RungTable.table());
  }

  private Table together() {
    var table = new Table("", "VMAF mean", "low", "size", "CPU");
    for (var setting : Setting.all()) {
      table.row(
          setting,
          number(average(setting, Encoded::mean)),
          number(average(setting, Encoded::low)),
          number(ratio(setting, Encoded::bytes)),
          Spread.of(trials.stream().mapToDouble(trial -> trial.ratio(setting, Findings::cpu))));
    }
    return table;
  }

  private String verdicts() {
    var high = new Setting(Quality.HIGH, Optional.empty());
    var usual = new Setting(Quality.HIGH, Optional.of(Rung.USUAL));
    var fine = new Setting(Quality.HIGH, Optional.of(Rung.FINE));
    var medium = new Setting(Quality.MEDIUM, Optional.empty());
    var usualMedium = new Setting(Quality.MEDIUM, Optional.of(Rung.USUAL));
    long larger =
        trials.stream()
            .filter(it -> it.encoded().get(usualMedium).bytes() >= it.encoded().get(usual).bytes())
            .count();
    return String.join(
        "\n",
        verdict("high: VMAF below the replaced", lost(high, usual, Encoded::mean), 1),
        verdict("high: 96 less low", 96 - average(usual, Encoded::low), 0),
        verdict("high: size", ratio(usual, Encoded::bytes), 1.2),
        verdict("high: CPU", ratio(usual, Findings::cpu), 0.25),
        verdict("high, top rung: VMAF below the replaced", lost(high, fine, Encoded::mean), 0.3),
        verdict("high, top rung: low below the replaced", lost(high, fine, Encoded::low), 0.7),
        verdict("high, top rung: CPU", ratio(fine, Findings::cpu), 0.4),
        verdict("medium: VMAF below the replaced", lost(medium, usualMedium, Encoded::mean), 0),
        verdict("medium: low below the replaced", lost(medium, usualMedium, Encoded::low), 0),
        verdict("medium: CPU", ratio(usualMedium, Findings::cpu), 1 / 3.0),
        verdict("footage of which medium is no smaller than high", larger, 0));
  }

  private static String verdict(String what, double measured, double target) {
    return "- %s: %s, at most %s: %s"
        .formatted(what, number(measured), number(target), measured <= target ? "met" : "MISSED");
  }

  private Table each() {
    var table = new Table("", "", "VMAF mean", "low", "Mb/s", "size", "CPU s", "CPU");
    for (var trial : trials) {
      for (var setting : Setting.all()) {
        var encoded = trial.encoded().get(setting);
        table.row(
            trial.footage().name(),
            setting,
            number(encoded.mean()),
            number(encoded.low()),
            number(encoded.bytes() * 8 / 1e6 / trial.footage().scene().seconds()),
            number(trial.ratio(setting, Encoded::bytes)),
            encoded.seconds(),
            number(trial.ratio(setting, Findings::cpu)));
      }
    }
    return table;
  }

  private Table preparations() {
    var usual = new Setting(Quality.HIGH, Optional.of(Rung.USUAL));
    var table = new Table("", "source", "before x264", "x264", "share");
    for (var trial : trials) {
      double before = trial.preparation().median();
      double encode = cpu(trial.encoded().get(usual));
      table.row(
          trial.footage().name(),
          trial.footage().description(),
          number(100 * before / trial.frames()),
          number(100 * encode / trial.frames()),
          number(before / (before + encode)));
    }
    return table;
  }

  /** What {@link Rung} reckons with has to be the hardest there is. */
  private String hardest() {
    var told = new StringBuilder("The hardest footage took, in seconds of a core for a frame,");
    for (var rung : Rung.values()) {
      var setting = new Setting(Quality.HIGH, Optional.of(rung));
      double most =
          trials.stream()
              .mapToDouble(trial -> cpu(trial.encoded().get(setting)) / trial.frames())
              .max()
              .orElseThrow();
      told.append(
          " %.3f by %s (`Rung` reckons with %s),".formatted(most, rung, rung.secondsPerFrame()));
    }
    return told
        + " from which follows what a scene gets of the 14 minutes that a function has for it:";
  }

  private static double cpu(Encoded encoded) {
    return encoded.seconds().median();
  }

  private double average(Setting setting, ToDoubleFunction<Encoded> figure) {
    return trials.stream()
        .mapToDouble(trial -> figure.applyAsDouble(trial.encoded().get(setting)))
        .average()
        .orElseThrow();
  }

  private double ratio(Setting setting, ToDoubleFunction<Encoded> figure) {
    return trials.stream()
        .mapToDouble(trial -> trial.ratio(setting, figure))
        .average()
        .orElseThrow();
  }

  private double lost(Setting replaced, Setting ours, ToDoubleFunction<Encoded> figure) {
    return average(replaced, figure) - average(ours, figure);
  }
}
