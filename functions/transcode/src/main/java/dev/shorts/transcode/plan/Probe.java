package dev.shorts.transcode.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What ffprobe says about a source. Times are seconds from its 0: from its first picture, or, where
 * sound plays alone before that, from its first sound.
 *
 * @param clockStart what the container's own clock shows at 0
 * @param lead seconds from the container's first timestamp to 0
 * @param end when the longest stream ends
 * @param isBroadcast whether it is MPEG-TS or PS: without an index a seek lands anywhere near its
 *     time, and what is lost on the way leaves a gap
 */
public record Probe(
    int streams,
    BigDecimal clockStart,
    BigDecimal lead,
    Optional<BigDecimal> end,
    boolean isBroadcast,
    List<Picture> pictures,
    List<Sound> sounds) {

  public Probe {
    pictures = List.copyOf(pictures);
    sounds = List.copyOf(sounds);
  }

  /**
   * A stream of pictures.
   *
   * @param width of the pictures as they are stored, in pixels, before they are turned
   * @param pixelAspect how many times wider than high one stored pixel is shown
   * @param nominalRate the lowest rate of which every timestamp is a tick
   * @param averageRate frames by duration
   * @param counted whether the average is of all pictures there are, as an index lists them; if not
   *     it is what somebody wrote, or of the first few
   * @param still a cover, a thumbnail: not what a player plays
   */
  public record Picture(
      int index,
      String codec,
      int width,
      int height,
      Rational pixelAspect,
      Turn turn,
      boolean interlaced,
      Optional<Rational> nominalRate,
      Optional<Rational> averageRate,
      boolean counted,
      BigDecimal start,
      Optional<BigDecimal> end,
      Colour colour,
      boolean byDefault,
      boolean still) {}

  /** A stream of sound. */
  public record Sound(int index, String codec, int sampleRate, int channels, boolean byDefault) {}
}
