package dev.shorts.transcode.plan;

import dev.shorts.transcode.probe.Rational;
import dev.shorts.transcode.probe.SourceProbe.Picture;

/**
 * What has to be done before x264 gets its frames. Together the figures are no less than what
 * "Encode" in {@code bench/results.md} measured of any footage.
 */
public final class EncodeCost {

  /** Seconds of a core for a million pixels to be decoded, of the codecs that take longest. */
  private static final double DECODE = 0.02;

  /** Seconds of a core for a frame of the short to be cropped and scaled. */
  private static final double SCALE = 0.02;

  /** Seconds of a core for a frame's colours to be looked up. */
  private static final double LOOK_UP = 0.03;

  private EncodeCost() {}

  /** How long a core takes for a scene, in seconds. */
  static double seconds(Picture picture, Rational rate, int frames) {
    double sourceRate = picture.timing().averageRate().orElse(rate).value();
    double sourceFrames = frames * sourceRate / rate.value();
    long pixels = (long) picture.width() * picture.height();
    return seconds(sourceFrames * pixels, frames, picture.colour().table().isPresent());
  }

  /**
   * How long a core takes for a scene, in seconds.
   *
   * @param pixels of all pictures that are decoded
   * @param frames of the short
   * @param coloured whether each frame's colours are looked up
   */
  public static double seconds(double pixels, int frames, boolean coloured) {
    return pixels / 1_000_000 * DECODE + frames * (SCALE + (coloured ? LOOK_UP : 0));
  }
}
