package dev.shorts.transcode.verify;

import dev.shorts.transcode.job.FinishedShort;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Holds the properties of an encoded file that the contract restricts. Times are in seconds. */
public record ShortProperties(
    Container container, Optional<VideoProperties> video, Optional<AudioProperties> audio) {

  /**
   * Returns what is written to the row of the export.
   *
   * @param notice sentence to the user about what the short lacks
   */
  public FinishedShort finished(Optional<String> notice) {
    var shape = video.orElseThrow().shape();
    return new FinishedShort(
        container.bytes(),
        container.duration().doubleValue(),
        shape.width() + "x" + shape.height(),
        notice);
  }

  /**
   * Properties of the file as a whole.
   *
   * @param duration as ffprobe reports it
   * @param movieDuration from the movie header, rounded up to its clock
   * @param tags of the file and of its streams
   * @param bytes size of the file
   */
  public record Container(
      Layout layout,
      int streams,
      int chapters,
      BigDecimal duration,
      BigDecimal movieDuration,
      Map<String, String> tags,
      long bytes) {}

  /**
   * The boxes of the file.
   *
   * @param brand major brand (ISO/IEC 14496-12, 4.3); empty if there is none
   * @param moovFirst whether {@code moov} precedes {@code mdat}
   * @param editList whether a track has an edit list
   */
  public record Layout(String brand, boolean moovFirst, boolean editList) {}
}
