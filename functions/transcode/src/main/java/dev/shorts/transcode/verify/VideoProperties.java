package dev.shorts.transcode.verify;

import dev.shorts.transcode.probe.Rational;
import java.math.BigDecimal;
import java.util.List;

/** Holds the properties of a short's video stream. */
public record VideoProperties(Codec codec, Shape shape, Pixels pixels, Frames frames) {

  /**
   * The codec.
   *
   * @param cabac whether the entropy coding is CABAC
   */
  public record Codec(String name, String profile, boolean cabac) {}

  /**
   * The size of a frame and how it is shown.
   *
   * @param pixelAspect sample aspect ratio, such as "1:1"
   * @param upright whether the display matrix is the identity
   */
  public record Shape(int width, int height, String pixelAspect, boolean upright) {}

  /**
   * The format of pixels and fields, by FFmpeg's names.
   *
   * @param range "tv" (limited) or "pc" (full)
   * @param colours matrix, transfer function and primaries
   * @param sideData types of the side data of stream and frames, such as HDR's light levels
   */
  public record Pixels(
      String format,
      String fieldOrder,
      String range,
      List<String> colours,
      List<String> sideData) {}

  /**
   * The frames.
   *
   * @param types one letter each, in decoding order: see {@link H264#frameTypes}
   * @param rates one for every distinct distance between two frames, frames a second
   * @param start presentation time of the first frame, in seconds
   * @param bits of all frames together
   */
  public record Frames(String types, List<Rational> rates, BigDecimal start, long bits) {}
}
