package dev.shorts.transcode.probe;

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
    List<VideoStream> videoStreams,
    List<AudioStream> audioStreams) {

  private static final Set<String> BROADCAST = Set.of("mpegts", "mpeg");

  public SourceProbe {
    videoStreams = List.copyOf(videoStreams);
    audioStreams = List.copyOf(audioStreams);
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
    return new SourceProbe(
        streams, container, clock, clockFirst, clockEnd, videoStreams, audioStreams);
  }

  /** Returns the largest reorder depth of its video streams, in frames. */
  public int reorderDepth() {
    return videoStreams.stream().mapToInt(it -> it.timing().reorderDepth()).max().orElse(0);
  }
}
