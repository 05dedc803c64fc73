package dev.shorts.transcode.plan;

import dev.shorts.transcode.probe.Rational;
import dev.shorts.transcode.probe.VideoStream;

/**
 * Estimates the CPU time that decoding and filtering a scene take, without x264. The constants
 * together are no less than what "Encode" in {@code bench/results.md} measured of any footage.
 */
public final class EncodeCost {

  /** CPU seconds to decode a million pixels of the slowest codecs. */
  private static final double DECODE = 0.02;

  /** CPU seconds to crop and scale one frame of the short. */
  private static final double SCALE = 0.02;

  /** CPU seconds to apply the LUT to one frame of the short. */
  private static final double LOOK_UP = 0.03;

  private EncodeCost() {}

  /**
   * Returns the CPU seconds of a scene.
   *
   * @param rate of the short, frames a second
   * @param frames of the short
   */
  static double seconds(VideoStream stream, Rational rate, int frames) {
    double sourceRate = stream.timing().averageRate().orElse(rate).value();
    double sourceFrames = frames * sourceRate / rate.value();
    long pixels = (long) stream.size().width() * stream.size().height();
    return seconds(sourceFrames * pixels, frames, stream.colour().lut().isPresent());
  }

  /**
   * Returns the CPU seconds of a scene.
   *
   * @param pixels of all decoded frames together
   * @param frames of the short
   * @param withLut whether each frame goes through a {@link dev.shorts.transcode.colour.ColourLut}
   */
  public static double seconds(double pixels, int frames, boolean withLut) {
    return pixels / 1_000_000 * DECODE + frames * (SCALE + (withLut ? LOOK_UP : 0));
  }
}
