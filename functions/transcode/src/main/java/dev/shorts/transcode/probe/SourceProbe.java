package dev.shorts.transcode.probe;

import dev.shorts.transcode.colour.Colour;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Holds ffprobe's report on a source. Times are in seconds; the source's 0 is its first video
 * frame, or its first audio sample where audio starts over 0.1 s earlier.
 *
 * @param streams number of streams of any type
 * @param container FFmpeg's name of the format
 * @param clockStart time on the container's clock at the source's 0
 * @param clockFirst first timestamp of the container
 * @param clockEnd end on the container's clock, as declared; it may be wrong
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

  /**
   * Returns whether the container is MPEG-TS or MPEG-PS, which have no index: a seek lands only
   * near its target.
   */
  public boolean isBroadcast() {
    return BROADCAST.contains(container);
  }

  /** Returns whether the container is MP4, MOV or 3GP, which may have edit lists. */
  public boolean isMovie() {
    return container.startsWith("mov,");
  }

  /**
   * Returns this probe with the source's 0 moved to {@code clock}, in seconds on the container's
   * clock.
   */
  public SourceProbe startingAt(BigDecimal clock) {
    return new SourceProbe(streams, container, clock, clockFirst, clockEnd, pictures, sounds);
  }

  /** Returns the largest reorder depth of its video streams, in frames. */
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
