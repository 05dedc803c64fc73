package dev.shorts.bench.encode;

import static dev.shorts.bench.report.MedianRange.number;

import dev.shorts.bench.report.MarkdownTable;
import dev.shorts.bench.report.ResultsText;
import dev.shorts.bench.report.TargetCheck;
import dev.shorts.export.Quality;
import dev.shorts.transcode.plan.EncoderPreset;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Summarises the results of all trials as tables. */
record EncodeSummary(List<EncodeTrial> trials) {

  /**
   * @param leftOut names of what is in the folder and not among {@code trials}
   */
  static ResultsText of(List<EncodeTrial> trials, List<String> leftOut) {
    var findings = new EncodeSummary(trials);
    return findings
        .introduction(leftOut)
        .show(findings.together())
        .say(new EncodeTargets(trials).verdicts())
        .say("Footage by footage:")
        .show(findings.each())
        .say(
            "What comes before x264 (reading, decoding, filters), and x264 itself by the preset"
                + " USUAL, in seconds of a core for 100 frames of the short:")
        .show(findings.preparations())
        .say(findings.hardest())
        .show(PresetTable.table());
  }

  private ResultsText introduction(List<String> leftOut) {
    return new ResultsText()
        .say(
            "Each piece of footage went through the transcoder; the frames that its filters made"
                + " of it were kept without loss and encoded in all ways from there, in turns, %d"
                + " of each. Left out of the folder are those of which no short of two seconds"
                + " could be made or next to nothing is to be seen: %s.",
            EncodeTrial.ROUNDS, leftOut.isEmpty() ? "none" : String.join(", ", leftOut))
        .say(
            "*CPU* is processor time of x264 alone, without the reading of those frames; *low* is"
                + " the VMAF below which 5 %% of the frames are. *Replaced* is the system that"
                + " this one replaces: GOPs of 250 frames (here no longer than the scene, %d s) and"
                + " no ceiling. Size and CPU are times those of the replaced. The first table has"
                + " averages of all footage, with the least and the most. USUAL is what most"
                + " scenes get; QUICK, for scenes for which there is no more time, is held to"
                + " nothing.",
            Footage.LONGEST);
  }

  private MarkdownTable together() {
    var table = new MarkdownTable("", "VMAF mean", "low", "size", "CPU");
    for (var setting : EncoderSetting.all()) {
      table.row(
          setting,
          average(trial -> trial.encoded().get(setting).mean()),
          average(trial -> trial.encoded().get(setting).low()),
          average(trial -> trial.ratio(setting, EncodeResult::bytes)),
          average(trial -> trial.ratio(setting, EncodeResult::cpu)));
    }
    return table;
  }

  private MarkdownTable each() {
    var table = new MarkdownTable("", "", "VMAF mean", "low", "Mb/s", "size", "CPU s", "CPU");
    for (var trial : trials) {
      for (var setting : EncoderSetting.all()) {
        var encoded = trial.encoded().get(setting);
        table.row(
            trial.footage().name(),
            setting,
            number(encoded.mean()),
            number(encoded.low()),
            number(encoded.bytes() * 8 / 1e6 / trial.footage().scene().seconds()),
            number(trial.ratio(setting, EncodeResult::bytes)),
            encoded.seconds(),
            number(trial.ratio(setting, EncodeResult::cpu)));
      }
    }
    return table;
  }

  private MarkdownTable preparations() {
    var usual = new EncoderSetting(Quality.HIGH, Optional.of(EncoderPreset.USUAL));
    var table =
        new MarkdownTable("", "source", "before x264", "`EncodeCost` says", "x264", "share before");
    for (var trial : trials) {
      double before = trial.preparation().median();
      double encode = trial.encoded().get(usual).cpu();
      table.row(
          trial.footage().name(),
          trial.footage().description(),
          number(100 * before / trial.frames()),
          number(100 * trial.reckonedPreparation() / trial.frames()),
          number(100 * encode / trial.frames()),
          number(before / (before + encode)));
    }
    return table;
  }

  /** Checks that the cost which {@link EncoderPreset} assumes covers the hardest footage. */
  private String hardest() {
    var told = new StringBuilder("The hardest footage took, in seconds of a core for a frame,");
    for (var preset : EncoderPreset.values()) {
      var setting = new EncoderSetting(Quality.HIGH, Optional.of(preset));
      double most =
          trials.stream()
              .mapToDouble(trial -> trial.encoded().get(setting).cpu() / trial.frames())
              .max()
              .orElseThrow();
      told.append(
          " %.3f by %s (`EncoderPreset` says %s: %s),"
              .formatted(
                  most,
                  preset,
                  preset.secondsPerFrame(),
                  TargetCheck.of(most, preset.secondsPerFrame())));
    }
    return told
        + " from which follows what a scene gets of the 14 minutes that a function has for it:";
  }

  private String average(ToDoubleFunction<EncodeTrial> figure) {
    var all = trials.stream().mapToDouble(figure).summaryStatistics();
    return "%s (%s–%s)"
        .formatted(number(all.getAverage()), number(all.getMin()), number(all.getMax()));
  }
}
