package dev.shorts.transcode.plan;

import dev.shorts.export.Quality;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * How hard x264 looks for what it needn't say: a higher rung takes longer. {@code bench/results.md}
 * has under "Encode" what each keeps of the picture, how large its files are and what it takes, and
 * holds these numbers against that.
 */
public enum EncoderPreset {
  FINE("-preset faster -partitions i8x8,i4x4 -refs 1 -subq 3", "18", "23", 0.09, 0.05),
  USUAL(Options.QUICK + " -trellis 1 -subq 2", "17.7", "22", 0.08, 0.6),
  QUICK(Options.QUICK, "17.5", "21.5", 0.05, 1);

  private static final class Options {
    /**
     * What superfast saves in looking for blocks to copy is well saved; that it doesn't look ahead,
     * to spend bits where later pictures copy from, makes files half as large again.
     */
    static final String QUICK = "-preset superfast -rc-lookahead 10 -mbtree 1";
  }

  private final String options;
  private final String high;
  private final String medium;
  private final double secondsPerFrame;
  private final double share;

  /**
   * @param high the constant rate factor
   * @param secondsPerFrame of a core for a frame of the hardest footage
   * @param share of the time that is left which an encode by this rung may take at most
   */
  EncoderPreset(String options, String high, String medium, double secondsPerFrame, double share) {
    this.options = options;
    this.high = high;
    this.medium = medium;
    this.secondsPerFrame = secondsPerFrame;
    this.share = share;
  }

  /**
   * The highest for which there is time, or the lowest.
   *
   * @param cores that there are, or parts of one
   * @param frames of the short
   * @param preparation seconds that a core takes before x264 gets them
   */
  public static EncoderPreset within(Duration left, double cores, int frames, double preparation) {
    double available = left.toMillis() / 1000.0 * cores;
    return Stream.of(values())
        .filter(rung -> preparation + frames * rung.secondsPerFrame <= rung.share * available)
        .findFirst()
        .orElse(QUICK);
  }

  /** What it is reckoned with: seconds of a core for a frame of the hardest footage. */
  public double secondsPerFrame() {
    return secondsPerFrame;
  }

  /** What FFmpeg's libx264 is told. */
  public String options(Quality quality) {
    return "%s -crf %s".formatted(options, quality == Quality.HIGH ? high : medium);
  }
}
