package dev.shorts.transcode.probe;

import dev.shorts.transcode.colour.Colour;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What ffprobe says about a source. Times are seconds from its 0: from its first picture, or, where
 * sound plays alone before that, from its first sound.
 *
 * @param container FFmpeg's name for its format
 * @param clockStart what the container's own clock shows at 0
 * @param clockFirst the container's first timestamp
 * @param clockEnd its last, as the container says; it may be wrong
 */
public record SourceProbe(
    int streams,
    String container,
    BigDecimal clockStart,
    BigDecimal clockFirst,
    Optional<BigDecimal> clockEnd,
    List<Picture> pictures,
    List<Sound> sounds) {

  private static final Set<String> BROADCAST = Set.of("mpegts", "mpeg");

  public SourceProbe {
    pictures = List.copyOf(pictures);
    sounds = List.copyOf(sounds);
  }

  /** Whether it is MPEG-TS or PS: without an index a seek lands anywhere near its time. */
  public boolean isBroadcast() {
    return BROADCAST.contains(container);
  }

  /** Whether it is MP4, MOV or 3GP, which may have edit lists. */
  public boolean isMovie() {
    return container.startsWith("mov,");
  }

  /** The same, with its 0 elsewhere on the container's clock. */
  public SourceProbe startingAt(BigDecimal clock) {
    return new SourceProbe(streams, container, clock, clockFirst, clockEnd, pictures, sounds);
  }

  /** The most frames by which any of its streams is decoded ahead of showing. */
  public int reorderDepth() {
    return pictures.stream().mapToInt(it -> it.timing().reorderDepth()).max().orElse(0);
  }

  /**
   * A stream of pictures.
   *
   * @param width of the pictures as they are stored, in pixels, before they are turned
   * @param pixelAspect how many times wider than high one stored pixel is shown
   * @param still a cover, a thumbnail: not what a player plays
   */
  public record Picture(
      int index,
      String codec,
      int width,
      int height,
      Rational pixelAspect,
      Rotation turn,
      boolean interlaced,
      StreamTiming timing,
      Colour colour,
      boolean byDefault,
      boolean still) {}

  /**
   * A stream of sound.
   *
   * @param timeBase seconds of a tick of its timestamps
   */
  public record Sound(
      int index,
      String codec,
      int sampleRate,
      int channels,
      Rational timeBase,
      boolean byDefault) {}
}
