package dev.shorts.transcode.verify;

import dev.shorts.transcode.job.FinishedShort;
import dev.shorts.transcode.probe.Rational;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds the properties of an encoded file that the contract restricts. Times are in seconds. */
public record ShortProperties(
    Container container, Optional<Picture> picture, Optional<Sound> sound, long bytes) {

  /**
   * Returns what is written to the row of the export.
   *
   * @param notice sentence to the user about what the short lacks
   */
  public FinishedShort finished(Optional<String> notice) {
    var video = picture.orElseThrow();
    return new FinishedShort(
        bytes, container.length().doubleValue(), video.width() + "x" + video.height(), notice);
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
      String brand,
      boolean moovFirst,
      boolean editList,
      int streams,
      int chapters,
      BigDecimal length,
      BigDecimal movieLength,
      Map<String, String> tags) {}

  /**
   * The stream of pictures.
   *
   * @param sideData kinds of what goes along with stream and frames, such as HDR's light levels
   * @param pictures a letter each, in the order of decoding: see {@link H264#pictures}
   * @param rates one for every different distance between two frames
   * @param start when the first frame is shown
   */
  public record Picture(
      String codec,
      String profile,
      boolean cabac,
      int width,
      int height,
      String pixelAspect,
      boolean upright,
      String pixelFormat,
      String fieldOrder,
      String range,
      List<String> colours,
      List<String> sideData,
      String pictures,
      List<Rational> rates,
      BigDecimal start,
      long bits) {}

  /**
   * The stream of sound.
   *
   * @param frames of AAC
   * @param steps the different distances between frames, in samples
   */
  public record Sound(
      String codec,
      String profile,
      int sampleRate,
      int channels,
      int frames,
      List<Long> steps,
      BigDecimal start) {}
}
