package dev.shorts.bench.encode;

import dev.shorts.bench.report.MarkdownTable;
import dev.shorts.transcode.plan.EncodeCost;
import dev.shorts.transcode.plan.EncoderPreset;
import java.time.Duration;
import java.util.stream.DoubleStream;

/** Tabulates the preset that a scene gets, by its footage and the number of cores. */
final class PresetTable {

  private static final Duration LEFT = Duration.ofMinutes(14);
  private static final int[] SECONDS = {15, 45, 90, 180};
  private static final double[] CORES = {1.7, 2, 6};

  /** A kind of source. */
  private record Kind(String name, int rate, double megapixels, boolean coloured) {}

  private static final Kind[] KINDS = {
    new Kind("1080p at 30", 30, 2.07, false),
    new Kind("1080p at 60", 60, 2.07, false),
    new Kind("4K HDR at 30", 30, 8.29, true),
    new Kind("4K HDR at 60", 60, 8.29, true)
  };

  private PresetTable() {}

  static MarkdownTable table() {
    var table = new MarkdownTable("source", "scene", "1.7 cores", "2 cores", "6 cores");
    for (var kind : KINDS) {
      for (int seconds : SECONDS) {
        var presets =
            DoubleStream.of(CORES).mapToObj(cores -> preset(kind, seconds, cores)).toList();
        table.row(kind.name, seconds + " s", presets.get(0), presets.get(1), presets.get(2));
      }
    }
    return table;
  }

  private static EncoderPreset preset(Kind kind, int seconds, double cores) {
    int frames = seconds * kind.rate;
    double pixels = frames * kind.megapixels * 1_000_000;
    return EncoderPreset.within(
        LEFT, cores, frames, EncodeCost.seconds(pixels, frames, kind.coloured));
  }
}
