package dev.shorts.transcode.plan;

import dev.shorts.export.Quality;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Lists x264 presets, slowest (best compression) first. "Encode" in {@code bench/results.md}
 * measures quality, file size and speed of each preset and checks these numbers.
 */
public enum EncoderPreset {
  FINE("-preset faster -partitions i8x8,i4x4 -refs 1 -subq 3", "18", "23", 0.09, 0.05),
  USUAL(Options.QUICK + " -trellis 1 -subq 2", "17.7", "22", 0.08, 0.6),
  QUICK(Options.QUICK, "17.5", "21.5", 0.05, 1);

  private static final class Options {
    /**
     * superfast's cheap motion search is fine, but its missing look-ahead (no mbtree) makes files
     * 50 % larger, so look-ahead is switched back on.
     */
    static final String QUICK = "-preset superfast -rc-lookahead 10 -mbtree 1";
  }

  private final String options;
  private final String high;
  private final String medium;
  private final double secondsPerFrame;
  private final double share;

  /**
   * @param high constant rate factor (CRF) of {@link Quality#HIGH}
   * @param medium CRF of {@link Quality#MEDIUM}
   * @param secondsPerFrame CPU seconds per frame of the hardest footage
   * @param share largest part of the remaining time that an encode with this preset may take
   */
  EncoderPreset(String options, String high, String medium, double secondsPerFrame, double share) {
    this.options = options;
    this.high = high;
    this.medium = medium;
    this.secondsPerFrame = secondsPerFrame;
    this.share = share;
  }

  /**
   * Returns the slowest preset for which there is time, or the fastest.
   *
   * @param left time until the deadline
   * @param cores CPU share, in cores
   * @param frames of the short
   * @param cpuSeconds CPU seconds of decoding and filtering
   */
  public static EncoderPreset within(Duration left, double cores, int frames, double cpuSeconds) {
    double available = left.toMillis() / 1000.0 * cores;
    return Stream.of(values())
        .filter(preset -> cpuSeconds + frames * preset.secondsPerFrame <= preset.share * available)
        .findFirst()
        .orElse(QUICK);
  }

  /** Returns the assumed CPU seconds per frame of the hardest footage. */
  public double secondsPerFrame() {
    return secondsPerFrame;
  }

  /** Returns the options for FFmpeg's libx264. */
  public String options(Quality quality) {
    return "%s -crf %s".formatted(options, quality == Quality.HIGH ? high : medium);
  }
}
